export default function ProgrammeList() {
  return null;
}
