export default function AlertsTab() {
  return null;
}
