"""Ids, printed numbers, addresses and names of files, each read from the text exactly as typed."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from . import limits
from .alphabets import look_alikes, plain_letter
from .attached import FORMATS
from .kinds import Takes, guess_date, one_value, read_date
from .language import Worded
from .markup import check_line, without_spaces
from .other_words import NOTHING_TO_LIST
from .problem import slip

_NO_NUMBER: Final = re.compile(
    r"none|nil|no|yes|n/?a|tb[acd]|null|unnumbered|not (?:numbered|known|applicable)|unknown|(?:see|as) above", re.I
)
"""What people type where there is no number."""
_CALLED: Final = re.compile(r"(?:agenda )?(?:item|minute|resolution|paragraph)(?: no\.?)? (?=\d)", re.IGNORECASE)
"""A word before a number that says what it is of."""
_NOT_PRINTED: Final = "~=%?`'\"\\"
"""Signs that no document prints at a number."""
_FEW: Final = 3
"""A word of so few letters is nearly every other one, if a letter may be another."""
_QUOTATION: Final = re.compile('["“”„]')
"""Marks that part no words: one within an id was struck by mistake."""
_RUN: Final = re.compile(r"[0-9]+|[a-z]+")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
BEGUN_WITH_A_DAY: Final = r"\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)*"
"""What an id looks like that begins with a day: that of a meeting."""
_SITE_ADDRESS: Final = re.compile(r"(?:[a-z0-9][\w.-]*/)*(?:[a-z0-9][\w.-]*)?(?:#[^#]+)?", re.ASCII | re.IGNORECASE)
_ADDRESS_HASH: Final = re.compile(r"sha256:[0-9a-f]{64}")
_FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.[A-Za-z0-9]{2,5}")
_WEB_ADDRESS: Final = re.compile(r"https?://(?=[^\s<>\"']+\.[^\s<>\"'])[^\s<>\"']+|mailto:[^\s<>\"'@]+@[^\s<>\"'@]+")


def read_slug(value: Any) -> str:
    """Read an id: lower-case letters, digits and single hyphens, because it becomes part of an address."""
    typed = one_value(value, limits.NAME)
    if _SLUG.fullmatch(typed):
        return typed
    fix = "Use only small letters, digits and hyphens: it becomes part of a web address." + odd_letter(typed)
    raise slip("id-form", f'"{typed}" cannot be an id.', fix, as_slug(_QUOTATION.sub("", typed)) or None)


def as_slug(text: str) -> str:
    """Give a text as an id could be made of it; nothing where it has no letter and no digit."""
    plain = text.lower()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", "".join(map(plain_letter, text)).casefold())
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def one_slip(typed: str, meant: str) -> bool:
    """Whether a text is another but for one slip: a letter too many or too few, another one, or two that changed."""
    begin = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), None)
    if begin is None:
        return abs(len(typed) - len(meant)) == 1
    rest, other = typed[begin:], meant[begin:]
    replaced = len(meant) > _FEW and rest[1:] == other[1:]
    return rest[1:] == other or rest == other[1:] or replaced or rest[:2][::-1] + rest[2:] == other


def opening_words(text: str) -> str:
    """Give as many words of the beginning of a text as an id can be made of, and at least one; of each version."""
    if isinstance(text, Worded):
        return text.each(opening_words)
    taken = ""
    for word in text.split():
        if taken and len(as_slug(f"{taken} {word}")) > limits.MADE_ID:
            break
        taken = f"{taken} {word}".strip()
    return taken


def made_id(text: str) -> str:
    """Give the id that is made of a text where none is typed: of its first words. Empty where it has no letters."""
    return as_slug(opening_words(text))[: limits.MADE_ID].strip("-")


def key_of(printed: str) -> str:
    """Give what a printed number or an id becomes in an address: its runs of digits and of letters, with hyphens.

    ``8 a)`` and ``8a`` are ``8-a``, ``23/22`` is ``23-22``, ``CC-1`` is ``cc-1``. Without any, it is empty.
    """
    if not printed.isascii():
        printed = "".join(map(plain_letter, unicodedata.normalize("NFKD", printed)))
    return "-".join(_RUN.findall(printed.lower()))


def below(above: str, own: str) -> str:
    """Give the key of something within another: its own where that begins with the other's, else both."""
    return own if not above or own.startswith(f"{above}-") else f"{above}-{own}"


def by_number(key: str) -> tuple[tuple[str, int], ...]:
    """Give a sort key for keys of numbers, where no list has their order: 9 before 10, 8-a before 8-b."""
    return tuple(("", int(run)) if run.isdecimal() else (run, 0) for run in key.split("-"))


def read_printed(value: Any) -> str:
    """Read a number as it is printed: ``8``, ``8 a)``, ``23/22``. A full stop or colon at its end is left out."""
    typed = check_line(one_value(value, limits.NAME)).rstrip(".:").strip()
    fix = 'If none is printed, leave it out and add "id:" with small letters, digits and hyphens.'
    if not key_of(typed):
        raise slip("printed-number", f'No address can be made of the number "{typed}".', fix)
    if _NO_NUMBER.fullmatch(typed):
        raise slip("printed-number", f'"{typed}" says that no number is printed, and would be printed as one.', fix)
    if (alone := _CALLED.sub("", typed.strip(_NOT_PRINTED), count=1)) != typed:
        raise slip("printed-number", f'There is more than a number in "{typed}".', f"Write {alone} alone.", alone)
    return typed


def read_cited(value: Any) -> str:
    """Read the number of a paragraph, a slide or a table as a paper prints it, which may have a word before it."""
    typed = check_line(one_value(value, limits.LINE))
    if alone := typed.strip('"') if typed.count('"') == 1 else "":
        raise slip("printed-number", f'There is more than a number in "{typed}".', f"Write {alone} alone.", alone)
    return typed


def read_pointer(value: Any) -> str:
    """Read the number of an agenda item or a minute as it is printed, or its id, and give the key of either."""
    return key_of(read_printed(value))


def read_reference(value: Any) -> str:
    """Read the id of another record. Whether there is one, and which was meant, a rule says that knows all."""
    return one_value(value, limits.NAME)


def read_ids(value: Any) -> Any:
    """Let one id stand for a list that holds it alone, and several with commas or "and" for a list of these."""
    if not isinstance(value, str) or NOTHING_TO_LIST.fullmatch(value):
        return value
    return [name for part in re.split("[,;]| and ", value) if (name := part.strip())] or [value]


def odd_letter(typed: str) -> str:
    """Say which letter is of another alphabet, where nobody could see it; or nothing."""
    return next((f" {found.fact}" for found in look_alikes(typed)), "")


def read_meeting_id(value: Any) -> str:
    """Read the id of a meeting: the name of its folder, which begins with its date."""
    fix = "Write the name of its folder, which begins with its date: 2026-01-05."
    return _begun_with_a_day(value, "is not the id of a meeting", fix)


def read_due(value: Any) -> str:
    """Read by when something is due: a day, or the id of a meeting."""
    fix = "Write the day, such as 2026-03-01, or the name of the folder of a meeting."
    return _begun_with_a_day(value, "is not a day, and not the id of a meeting", fix)


def _begun_with_a_day(value: Any, what: str, fix: str) -> str:
    """Read an id that begins with a day; ``what`` says of anything else that it does not."""
    typed = one_value(value, limits.NAME)
    try:
        read_date(typed[:10])
        begun = typed[10:11] in ("", "-")
    except PydanticCustomError as refused:
        if refused.type in ("no-such-day", "far-year"):
            raise
        begun = False
    if begun:
        return read_slug(typed)
    guess, lost = (
        guess_date(typed),
        re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", typed),
    )  # a figure may be lost at either end
    perhaps = (guess,) if guess and lost else ()
    raise slip("meeting-id", f'"{typed}" {what}.', fix + odd_letter(typed), None if perhaps else guess, perhaps)


def read_web_address(value: Any) -> str:
    """Read a link: ``https://...``, ``http://...`` or ``mailto:``; anything else is refused."""
    typed = one_value(value, limits.LINE)
    if _WEB_ADDRESS.fullmatch(typed):
        return typed
    fix, whole = "Write the whole address, beginning with https://.", without_spaces(typed)
    suggestion = whole if _WEB_ADDRESS.fullmatch(whole) else None
    raise slip("link-form", f'"{typed}" is not a web address that can be published.', fix, suggestion)


def read_site_address(value: Any) -> str:
    """Read an address on this site in its one form: ``meetings/2026-01-05/agenda/``, ``plan/#commitment-225``.

    A slash at its beginning, a missing one at its end and ``index.html`` make no difference.
    """
    typed = one_value(value, limits.LINE)
    if (address := _site_address(typed)) is not None:
        return address
    fix = "Write what follows the name of the website: meetings/2026-01-05/agenda/ or plan/#commitment-225."
    fix += odd_letter(typed)
    of_a_website = re.match(r"https?://[^/]+/", typed)
    suggestion = _site_address(typed[of_a_website.end() :]) if of_a_website else None
    raise slip("site-address", f'"{typed}" is not an address on this site.', fix, suggestion)


def _site_address(typed: str) -> str | None:
    path, mark, place = typed.removeprefix("/").partition("#")
    path = re.sub(r"(^|/)index\.html$", r"\1", path)
    if path and "." not in path.rpartition("/")[2] and not path.endswith("/"):
        path += "/"
    address = f"{path}{mark}{place}"
    return address if typed and _SITE_ADDRESS.fullmatch(address) else None


def read_address_hash(value: Any) -> str:
    """Read the hash of an address that must not be read: ``sha256:`` and 64 digits of the hexadecimal system."""
    typed = one_value(value).lower()
    if _ADDRESS_HASH.fullmatch(typed):
        return typed
    fix = "Copy it from the check, which shows it where a published address is gone: "
    fix += "sha256: and 64 letters and digits."
    raise slip("address-hash", f'"{typed}" is not the hash of an address.', fix)


def read_file_name(value: Any) -> str:
    """Read the name of an attached file: a bare name in the meeting's own folder, which becomes its address.

    Letters, digits, hyphens and underscores, and one point before an ending that ``FORMATS`` names.
    """
    typed = one_value(value)
    if len(typed) > limits.NAME or not _FILE_NAME.fullmatch(typed):
        fact = f'"{typed[: limits.NAME]}" is not the name of a file that can be attached.'
        fix = "Write the name alone, without folders. It has letters, digits and hyphens: rename the file."
        raise slip("file-name", fact, fix + odd_letter(typed), _guess_file_name(typed))
    ending = typed.rpartition(".")[2]
    if ending.lower() not in FORMATS:
        fix = f"Save it as one of {', '.join(FORMATS)}; or give the address where it is published."
        suggestion = f"{typed.rpartition('.')[0]}.jpg" if ending.lower() == "jpeg" else None
        raise slip("file-ending", f'A file that ends in ".{ending}" cannot be attached.', fix, suggestion)
    return typed


def _guess_file_name(typed: str) -> str | None:
    stem, _, ending = re.split(r"[\\/]", typed[-limits.NAME :])[-1].rpartition(".")
    plain = "-".join(re.findall(r"[A-Za-z0-9_]+", stem)).lstrip("_")
    name = f"{plain}.{ending}"
    return name if _FILE_NAME.fullmatch(name) and ending.lower() in FORMATS else None


Printed = Annotated[str, BeforeValidator(read_printed), Takes("a number as it is printed, such as 8, 8 a) or 23/22")]
Cited = Annotated[str, BeforeValidator(read_cited), Takes("a number as it is printed, such as 5.1 or Table 3")]
Slug = Annotated[str, BeforeValidator(read_slug), Takes("an id: small letters, digits and hyphens", _SLUG.pattern)]
Reference = Annotated[str, BeforeValidator(read_reference), Takes("an id: small letters, digits and hyphens")]
DAY_OR_MEETING: Final = Takes("a date, such as 2026-01-05, or the id of a meeting", BEGUN_WITH_A_DAY)
MeetingSlug = Annotated[
    str, BeforeValidator(read_meeting_id), Takes("the id of a meeting, such as 2026-01-05", BEGUN_WITH_A_DAY)
]
WebAddress = Annotated[
    str, BeforeValidator(read_web_address), Takes("a web address that begins with https://", _WEB_ADDRESS.pattern)
]
SiteAddress = Annotated[
    str, BeforeValidator(read_site_address), Takes("an address on this site, such as meetings/2026-01-05/agenda/")
]
AddressHash = Annotated[
    str, BeforeValidator(read_address_hash), Takes("the hash of an address, as the check shows it")
]
FileName = Annotated[
    str, BeforeValidator(read_file_name), Takes("the name of a file, without folders", _FILE_NAME.pattern)
]
