export default function CrossTab() {
  return null;
}
