"""The rules of an import: small pure functions, each for one custom of one kind of document.

A rule takes a `Stretch` (one document of the pack: its agenda, minutes, tracker or a paper), the `Pack`, and the
`Account`, and gives drafts:

    def agenda_of_headings(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]: ...

It says what it takes with `account.place(part, path, field, rule)`, and writes into its draft what that gives back.
What it does not place is left over. A rule that finds nothing of its kind gives nothing. `packing.RULES` lists all.
Each runs on each stretch, in order, and a later one sees what is still free (`account.is_free`). Drafts of one path
are put together (`drafts.merged`), so that attendance and minutes may be two rules. Names of people become ids
through `pack.people`, days through `rules/days.py`.
"""
