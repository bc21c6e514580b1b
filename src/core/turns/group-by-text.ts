/** Those of whom the same text is to be said, together and in their order. */
export function groupByText<Member>(
  members: readonly Member[],
  render: (member: Member) => string,
): { text: string; members: Member[] }[] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const text = render(member);
    groups.set(text, [...(groups.get(text) ?? []), member]);
  }
  return [...groups].map(([text, together]) => ({ text, members: together }));
}
