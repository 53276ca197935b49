"""Layers that the reader does not see (optional content that is switched off)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from curule.pages.redaction.glyphs import Uncertain

__all__ = ["hidden_layers"]


def hidden_layers(pdf: pikepdf.Pdf) -> Callable[[pikepdf.Object | None], bool]:
    """A question to a layer or a set of layers: whether it is switched off when the file is opened.

    The question raises :class:`Uncertain` for layers that are switched by an expression.
    """
    off = _switched_off(pdf)

    def is_hidden(layer: pikepdf.Object | None) -> bool:
        if not isinstance(layer, pikepdf.Dictionary):
            return False
        if layer.get("/Type") != Name.OCMD:
            return layer.objgen in off
        if "/VE" in layer:
            raise Uncertain("layers that are switched by an expression")
        groups: Any = layer.get("/OCGs", Array())
        listed = list(groups) if isinstance(groups, pikepdf.Array) else [groups]
        states = [group.objgen not in off for group in listed if isinstance(group, pikepdf.Dictionary)]
        policy = str(layer.get("/P", "/AnyOn"))
        return bool(states) and not {"/AllOn": all(states), "/AnyOff": not all(states), "/AllOff": not any(states)}.get(policy, any(states))

    return is_hidden


def _switched_off(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    told = pdf.Root.get("/OCProperties")
    if not isinstance(told, pikepdf.Dictionary):
        return set()
    default = told.get("/D", pikepdf.Dictionary())
    groups = [group for group in told.get("/OCGs", []) if isinstance(group, pikepdf.Dictionary)]
    off = {group.objgen for group in groups} if default.get("/BaseState") == Name.OFF else set()
    off -= {group.objgen for group in default.get("/ON", []) if isinstance(group, pikepdf.Dictionary)}
    off |= {group.objgen for group in default.get("/OFF", []) if isinstance(group, pikepdf.Dictionary)}
    if any(isinstance(rule, pikepdf.Dictionary) and rule.get("/Event") == Name.View for rule in default.get("/AS", [])):
        off |= {group.objgen for group in groups if _view_state(group) == Name.OFF}
    return off


def _view_state(group: pikepdf.Object) -> pikepdf.Object | None:
    return group.get("/Usage", Dictionary()).get("/View", Dictionary()).get("/ViewState")
