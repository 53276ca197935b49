"""For the drawings of these pages."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def unlocalised(number: float) -> str:
    """A number as SVG reads it, in every language: 12.5, never 12,5."""
    return f"{number:g}"


@register.filter
def add_to(number: float, more: float) -> float:
    """A number and some more."""
    return float(number) + float(more)


@register.filter
def times(number: float, factor: float) -> float:
    """A number so many times."""
    return float(number) * float(factor)
