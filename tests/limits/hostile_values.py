"""What nobody should type, and somebody will: values for any field, each a kind of harm that was seen somewhere."""

from __future__ import annotations

from typing import Any, Final

NUMBERS: Final = (
    "9" * 5_000, "9" * 100, "9" * 16, "9" * 15, "-" + "9" * 15, "1000000", "999999", "1e999", "1E-999", "NaN", "inf", "-0",
    "-0.0", "-1", "0", "00", "1.", ".5", "0." + "0" * 300 + "1", "0.0000001", "0.000001", "1,2", "1,234,567", "٣", "²", "½", "五",
    "１２", "1_000", "0x1f", "+1", "−1", "300", "1000000000", "12 %",
)  # fmt: skip
DATES: Final = (
    "0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "2026-13-01", "٢٠٢٦-٠١-٠٥", "2026-1-5",
    "2199-12-31", "1900-01-01", "99999-01-01", "2026-01-05T00:00:00Z", "24:00", "12:60", "٢٣:٠٠", "1e5:00",
    "year ending March 9999", "year ending January 1900", "2000 to 2199", "0000", "9999", "1899", "2200", "9999/00",
    "quarter 4 of 9999/00", "quarter 5 of 2025", "March 0000", "31 February 2025", "2025 to 2024", "٢٠٢٥",
    "x (period not stated)", " (period not stated)", "2199/00", "2027-02-08", "2027-03-31", "2027-12-31-nowhere", "2026-02-30-1",
    "2026-02-30-12-i", "9999-99-99-1-i", "2027-02-08-999999-i", "2027-02-08-5-i", "2027-02-08-5-xl",
)  # fmt: skip
IDS: Final = (
    "x" * 80, "x" * 81, "x" * 300, "-", "a--b", "-a", "a-", "..", ".", "/", "../../etc/passwd", "con", "index", "a/b", "a.b",
    "A", "ａ", "аdmin", "ab\u00adcd", "2027-02-08", "__proto__", "constructor", "all", "none",
)  # fmt: skip
TEXTS: Final = (
    "", " ", "~", "null", "yes", "no", "a", "a" * 999, "a" * 1_000, "a" * 1_001, "a" * 20_000, "a" * 100_000, "a " * 9_999 + "a",
    "\u202eevil\u202c", "\u2066a", "a\u200bb", "\U000e0041\U000e0042", "a\x00b", "a\x1bb", "\x85", "a\u2028b", "\ufeffa", "\ufffd",
    "é" * 300, "e\u0301\u0302\u0303" * 100, "👩\u200d👩\u200d👧" * 50, "𝔘𝔫𝔦", "ﷺ", "ß", "İ", "ı", "ſ", "١٢٣", "①②", "Ⅷ", "ⅳ", "ˣ",
    "<script>alert(1)</script>", "a < b", "a <" + " " * 900 + "1", "&lt;", "&#0;", "]]>", "--><!--", "{{ x }}", "{% x %}", "{0} %s %d %(x)s",
    "\\", "\\x", "'", '"', "''\"\"", "`", "$(id)", "=1+1", "@a", "+1", "-1", "\t", "\r", "::error::x", "##[error]x", "%0A", "#", "# a", " #a",
    "- a", "* a", "1. a", "> a", "| a |", "a\n\nb", "- a\n- b", "| a | b |\n|---|---|\n| c |", "a\n" * 300, "***a***", "_" * 900, "*" * 900,
    "[" * 900, "]" * 900, "(" * 900, "[a](" * 200, "![" * 300, "[a](javascript:alert(1))", "[a](/nowhere/)", "[a](#b)", "[a](http)",
    "[a](https://[)", "https://[::1", "https://" + "." * 900 + "<", "https://a.b", "https://a.b:99999/", "mailto:a@b", "javascript:x.y",
    "https://xn--a.b/", "http://\u0660.b", "panel@example", "a@" * 400, "@", "list.pdf", "a" * 76 + ".pdf", "a" * 77 + ".pdf", "a..pdf",
    "i.i.i.i.i.i.i.i.i.i.i.v.x", "i" * 60, "iiii", "xlix", "mmxx", "1.1.1.1.1.1.1", "1." * 400, "1" * 900, "28(a)(iv)", "0",
    "minute " + "9" * 5_000 + " (iv)", "minute ٣", "paragraph " + "1." * 2_000 + "1", "item " + "9" * 4_400, "resolution l of minute 0",
    "recommendation iiii", "Appendix " + "9" * 900, "Figure 1 and 2", "commitment " + "9" * 5_000, "Monday, 31 February 2026", "in 2099",
    "precept for 2099/98", "LCJB", "The " + "ABC1 " * 150, "Long Form (LF)", "ABC (ABCs)", "(LF" * 200, "A1 " * 300, "A. " * 300, "p. 1 " * 150,
    "Mr. A " * 150, "e.g. " * 180, "I. " * 300, "ring 01632 960123", "a b " * 225, "AB1 2CD", "yes, no", "plan/#commitment-12", "plan/", "/plan/",
    "assets/search.js", "a/" * 100, "a-" * 400, "#" * 400, "index.html", "will report back " * 50, "Yes", "Done", "Late", "Green",
)  # fmt: skip
SHAPES: Final[tuple[Any, ...]] = (
    [], {}, ["a"], ["a", "a"], [[]], [[["a"]]], {"a": "b"}, {"state": "none"}, {"": "a"}, [{}], [{"a": {"a": {"a": "b"}}}],
    {"notes": "a"}, [{"notes": "a"}], ["1", "1"], ["1"] * 300, ["northshire"] * 300,
)  # fmt: skip
EVERYTHING: Final[tuple[Any, ...]] = (*NUMBERS, *DATES, *IDS, *TEXTS, *SHAPES)
