"""The register of the panel's recommendations to the commissioner, with their answers."""

from __future__ import annotations

from ..facts.dossier import Dossier
from ..facts.recommendations import answers
from . import addresses
from .rendering import Renderer
from .site import HOME, Page


def recommendations_page(dossier: Dossier, renderer: Renderer) -> Page:
    """Give the register; where there is no recommendation, it says so."""
    at = addresses.RECOMMENDATIONS
    html = renderer.html("recommendations", at, answers=answers(dossier.records, renderer.today))
    summary = "What the panel recommended to the commissioner, and what the commissioner answered."
    return Page(at, "Recommendations to the commissioner", summary, html, (HOME,))
