/** Priorities. */
export default function PrioritiesScreen() {
  return null;
}
