"""Data for other programs: the page that offers them, and the files, where ``panel.yml`` asks for them.

All is made from what may be published and was told by the day, as pages are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from ..exports.data_schema import NAME, schema
from ..exports.database import SCHEMA_VERSION, VIEWS, database
from ..exports.oparl import OParl
from ..exports.plain_data import as_data
from ..exports.popolo import popolo
from ..exports.registers import Register, as_json, data_package, register_csv, register_csvw
from ..facts.dossier import Dossier
from ..records.forms import FORMS
from ..records.language import in_all_versions, unmarked
from ..records.panel import Panel
from ..records.publication import Records
from . import addresses
from .data_places import NOT_OFFERED, Places
from .data_rows import Rowed
from .entries import EntryAddresses
from .rendering import Renderer
from .site import HOME, File, Page

ON_A_PAGE: Final = 500
"""How many rows a JSON file of a register has; the next ones are in the next file."""
_OPARL: Final = "oparl/"
FORMS_OFFERED: Final = {form.family: form.record for form in FORMS if form.family not in NOT_OFFERED}


def data_pages(dossier: Dossier, today: date, renderer: Renderer, home: str) -> Iterator[Page | File]:
    """Give the page that explains and offers the data, and every file of them."""
    if made := _data(dossier, today, home, renderer.entries):
        given = {"registers": made.registers, "views": VIEWS, "version": SCHEMA_VERSION, "schema": NAME}
        count = len(made.places.documents)
        html = renderer.html("data", addresses.DATA, **given, licence=made.panel.licence, records_given=count)
        summary = "The records of this site for other programs: as JSON, as one database and as CSV."
        yield Page(addresses.DATA, "Data for other programs", summary, html, (HOME,), kind="Help")
        yield from made.files()


def data_files(dossier: Dossier, today: date, home: str, entries: EntryAddresses | None = None) -> Iterator[File]:
    """Give every file of the data of a dossier of what may be published and was told by a day.

    ``home`` is the whole address of the site, or nothing where none is known: addresses then count from its root.
    """
    if made := _data(dossier, today, home, entries or EntryAddresses()):
        yield from made.files()


def _data(dossier: Dossier, today: date, home: str, entries: EntryAddresses) -> _Data | None:
    panel = dossier.records.panel
    if panel is None:
        return None
    return _Data(
        dossier, today, panel, Rowed(dossier, home, entries).registers(), Places(dossier.records, home, entries)
    )


@dataclass(frozen=True)
class _Data:
    dossier: Dossier
    today: date
    panel: Panel
    registers: tuple[Register, ...]
    places: Places

    @property
    def records(self) -> Records:
        return self.dossier.records

    @cached_property
    def licence(self) -> Mapping[str, str]:
        """The licence as a Data Package names it."""
        named = self.panel.licence
        if named is None:
            return {}
        return {
            "title": unmarked(str(named.name)),
            **({"path": named.address} if named.address else {"name": "other"}),
        }

    def files(self) -> Iterator[File]:
        """Give every file."""
        yield from self._documents()
        yield from self._collections()
        title = unmarked(in_all_versions(self.panel.name))
        about = {
            "title": title,
            "schema_version": str(SCHEMA_VERSION),
            "language": self.records.language,
            "site": self.places.home,
            **{f"licence_{name}": text for name, text in self.licence.items()},
        }
        kinds = FORMS_OFFERED.values()
        documents = [(document, self.records.language) for document in self.places.documents]
        given = documents, self.registers, self.places.led, self.places.placed
        yield self._file("panel.db", database(about, *given, kinds))
        for register in self.registers:
            yield self._file(f"{register.name}.csv", register_csv(register))
            described = register_csvw(register, f"{register.name}.csv", self.licence.get("path", ""))
            yield self._file(f"{register.name}.csv-metadata.json", described)
        package = data_package("panel-papers", title, self.registers, self.licence, self.places.home)
        yield self._file("datapackage.json", package)
        yield self._file("popolo.json", as_json(popolo(self.dossier, self.places.led)))
        at, licence, regime = self._url(_OPARL), self.licence.get("path", ""), self.records.regime_on(self.today)
        stated = self.dossier.told.stated(self.today)
        for name, shaped in OParl(self.dossier, at, self.places.led, licence, stated, regime.zone).objects():
            yield self._file(f"{_OPARL}{name}", as_json(shaped))
        yield self._file(NAME, as_json(schema(FORMS_OFFERED, self.registers, self._url(NAME))))

    def _file(self, name: str, content: bytes) -> File:
        return File(addresses.in_data(name), content)

    def _url(self, name: str) -> str:
        return self.places.url(addresses.in_data(name))

    @property
    def _envelope(self) -> dict[str, object]:
        return {"schema": self._url(NAME), "version": SCHEMA_VERSION, "licence": dict(self.licence)}

    def _documents(self) -> Iterator[File]:
        for document in self.places.documents:
            said = {
                **self._envelope,
                "family": document.family,
                "id": "/".join(document.key) or document.family,
                "language": document.record.language or self.records.language,
                "url": self.places.url(document.address),
                "record": as_data(document, self.places.led, self.places.placed),
            }
            yield File(self.places.data_of(document), as_json(said))

    def _collections(self) -> Iterator[File]:
        documents = [
            {
                "family": document.family,
                "id": "/".join(document.key) or document.family,
                "url": self.places.url(document.address),
                "data": self.places.url(self.places.data_of(document)),
            }
            for document in self.places.documents
        ]
        yield from self._in_pages("documents", "Every record with a file or an entry of its own.", documents)
        for register in self.registers:
            yield from self._in_pages(register.name, register.says, [*register.objects()])

    def _in_pages(self, name: str, says: str, rows: Sequence[Mapping[str, object]]) -> Iterator[File]:
        parts = [rows[at : at + ON_A_PAGE] for at in range(0, len(rows), ON_A_PAGE)] or [[]]
        names = [f"{name}.json", *(f"{name}-{number}.json" for number in range(2, len(parts) + 1))]
        for at, part in enumerate(parts):
            after = {"next": self._url(names[at + 1])} if at + 1 < len(parts) else {}
            said = {**self._envelope, "collection": name, "says": says, "total": len(rows), **after, "rows": part}
            yield self._file(names[at], as_json(said))
