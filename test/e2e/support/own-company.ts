/** The first start with one's own company, up to its imports. */
import type { Page } from 'playwright-core';

export async function openOwnCompany(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nom de la société').fill(name);
  await page.getByRole('button', { name: 'Importer un fichier' }).click();
  await page.getByText('Déposer un fichier ici').waitFor();
}

/** The button that ends the assistant, whatever the number of lines. */
export function importButton(page: Page) {
  return page.getByRole('button', { name: /^Importer [\d\s]+ lignes?$/u });
}

/** Chooses a file as the file chooser would. */
export async function chooseFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.getByTestId('file').setInputFiles(file);
}

/** Drags a file over the imports and lets it go. */
export async function dropFile(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const { name, mimeType, buffer } = file;
  const dataTransfer = await page.evaluateHandle(
    ({ text, ...about }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], about.name, { type: about.mimeType }));
      return carried;
    },
    { name, mimeType, text: buffer.toString('utf8') },
  );
  await page.getByText('Déposer un fichier ici').dispatchEvent('dragover', { dataTransfer });
  await page.getByText('Lâcher pour lire ce fichier').dispatchEvent('drop', { dataTransfer });
}
