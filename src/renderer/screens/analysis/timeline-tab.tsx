export default function TimelineTab() {
  return null;
}
