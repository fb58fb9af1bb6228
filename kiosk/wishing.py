"""What a visitor may wish here, and what has to be asked before the number. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.hall import Hall, Item, Matter, Proof, Queue, VisitorClass
from core.domain.kiosk import ClassChoice, Confirm, offers_item, offers_matter, offers_queue
from hardware.idcard.card import SeenCard
from kiosk.names import frequent, queues_of
from kiosk.state import Inputs, Page, Wish

SEEN = frozenset({Page.ITEM, Page.CONFIRM, Page.BASKET})
"""Pages on which a visitor has read what the number will be for."""
BY_AGE = "age"
"""``which`` of the card's page where the card is for a class only, not for a number."""


# What this kiosk offers


def queues_in(inputs: Inputs, hall: Hall, zone: str) -> list[Queue]:
    """Return the queues of a zone that this kiosk offers."""
    return [each for each in queues_of(hall, zone) if offers_queue(inputs.rules, hall, each)]


def queues_for(inputs: Inputs, hall: Hall, department: str) -> list[Queue]:
    """Return the queues that handle matters of a department and that this kiosk offers."""
    mine = inputs.rules.departments
    if mine and department not in mine:
        return []
    named = [each for each in hall.queues if department in hall.departments_of(each.id)]
    return [each for each in named if offers_queue(inputs.rules, hall, each)]


def matters_of(inputs: Inputs, hall: Hall) -> list[Item | Matter]:
    """Return what people come for most, of what this kiosk offers."""
    return [each for each in frequent(hall) if offers(inputs, hall, each)]


def offers(inputs: Inputs, hall: Hall, what: Item | Matter) -> bool:
    """Return whether this kiosk offers an item or a matter."""
    if isinstance(what, Item):
        return offers_item(inputs.rules, hall, what)
    return offers_matter(inputs.rules, hall, what)


def queue_for(inputs: Inputs, hall: Hall, item: Item) -> str:
    """Return in which queue a number for an item is taken here: its own one, if this kiosk offers that."""
    zones = inputs.rules.zones
    usable = (each for each in (item.queue, *item.also) if not zones or hall.zone_of(each) in zones)
    return next(usable, item.queue)


# What can be wished beside it


def classes(hall: Hall) -> tuple[VisitorClass, ...]:
    """Return the classes but the ordinary visitor's, which needs no naming."""
    return hall.classes[1:]


def is_of_age(each: VisitorClass, card: SeenCard | None) -> bool:
    """Return whether a card gives a class by its age."""
    return each.proof is Proof.AGE and card is not None and card.age >= each.age_from


def may_choose(each: VisitorClass, card: SeenCard | None) -> bool:
    """Return whether the visitor of a card, or of none, may name a class; of others a guide decides."""
    return each.proof is Proof.CHOICE or is_of_age(each, card)


def offers_options(inputs: Inputs, hall: Hall) -> bool:
    """Return whether there is anything to wish beside the matter."""
    rules = inputs.rules
    return rules.phone or rules.assisted or (rules.classes is not ClassChoice.OFF and bool(classes(hall)))


def has_options(wish: Wish) -> bool:
    """Return whether the visitor wished anything beside the matter."""
    return bool(wish.visitor_class or wish.assisted or wish.phone)


# What has to be asked


def first_queues(inputs: Inputs, hall: Hall) -> Sequence[str]:
    """Return where the visit that is wished begins; in several queues at once where they work in parallel."""
    wish = inputs.wish
    match wish.what:
        case "queue":
            return (wish.which,)
        case "item":
            return (wish.queue or queue_for(inputs, hall, hall.item(wish.which)),)
        case "matter":
            return hall.matter(wish.which).stages[0].queues
    return (hall.item(wish.items[0]).queue,) if wish.items else ()


def every_queue(inputs: Inputs, hall: Hall) -> Sequence[str]:
    """Return all queues of the visit that is wished, those of the steps to come included."""
    wish = inputs.wish
    if wish.what == "matter":
        return [queue for stage in hall.matter(wish.which).stages for queue in stage.queues]
    if not wish.what:
        return [hall.item(item).queue for item in wish.items]
    return first_queues(inputs, hall)


def needs_card(inputs: Inputs, hall: Hall) -> bool:
    """Return whether the number that is wished is given with an identity card only."""
    return any(hall.rules_of(queue).needs_card for queue in first_queues(inputs, hall))


def asks_name(inputs: Inputs, hall: Hall) -> bool:
    """Return whether the holder of a card is asked for the name's beginning: some zone of the visit shows it.

    A card that somebody else laid on says nothing of whom to call.
    """
    if inputs.card is None or not inputs.card.name or inputs.wish.assisted or inputs.guide.here:
        return False
    return any(map(hall.shows_names, every_queue(inputs, hall)))


def leaves_list(wish: Wish) -> bool:
    """Return whether there is a list of matters that the wished number is not for."""
    return bool(wish.items) and bool(wish.what)


def still_to_ask(inputs: Inputs, hall: Hall) -> Page | None:
    """Return which page stands between the wish and its number, ``None`` if none does."""
    rules, wish = inputs.rules, inputs.wish
    # A guide has said for whom it is, and stands for it.
    if rules.confirm is not Confirm.NEVER and _asks_class(inputs, hall) and not inputs.guide.here:
        return Page.CLASS
    if needs_card(inputs, hall) and inputs.card is None:
        return Page.CARD
    if asks_name(inputs, hall) and not wish.name_asked:
        return Page.CARD
    if not any(each.page in SEEN for each in inputs.pages):
        return Page.CONFIRM if rules.confirm is Confirm.ALWAYS or leaves_list(wish) else None
    return None


def _asks_class(inputs: Inputs, hall: Hall) -> bool:
    told = inputs.wish.class_told or inputs.wish.visitor_class
    chosen = any(each.proof is Proof.CHOICE for each in classes(hall))
    return inputs.rules.classes is ClassChoice.ASK and chosen and not told
