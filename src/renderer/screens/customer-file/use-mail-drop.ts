/** A mail let go anywhere over a screen. */
import { type DragEvent, useState } from 'react';

export function useMailDrop(onDrop: (file: File) => void) {
  const [dropped, setDropped] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    dropped,
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        event.preventDefault();
        setDropped(file);
        onDrop(file);
      },
    },
  };
}
