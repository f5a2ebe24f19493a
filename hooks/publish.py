"""The plugin of the package as MkDocs hooks, for a clone of this repository: nothing need be installed for it."""

from __future__ import annotations

from panelpapers.plugin import PanelPapers

_plugin = PanelPapers()
globals().update({name: getattr(_plugin, name) for name in dir(_plugin) if name.startswith("on_")})
