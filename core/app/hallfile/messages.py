"""The sentences of the checker, by stable key."""

from __future__ import annotations

MESSAGES = {
    "hall.not_utf8": "the file is not UTF-8 text; save it again with the encoding UTF-8",
    "hall.syntax": "not TOML: {reason}{hint}",
    "hall.schema": "schema must be {expected}: this program reads no other kind of hall file (found {found})",
    "hall.unknown_key": '{where}: unknown key "{name}"{hint}',
    "hall.missing_key": '{where}: "{name}" is missing ({expected})',
    "hall.wrong_type": '{where}: "{name}" must be {expected}, but is {found}',
    "hall.not_a_choice": '{where}: "{name}" is "{found}"{hint}',
    "hall.empty": '{where}: "{name}" is empty ({expected})',
    "hall.bad_id": '{where}: the id "{found}" may have small letters a-z, digits, _ and - only',
    "hall.duplicate_id": '{where}: the id "{id}" is already used in line {first}',
    "hall.unknown_name": '{where}: {name}: there is no {kind} "{found}"{hint}',
    "hall.named_twice": '{where}: {name}: "{found}" is named twice',
    "hall.missing_language": '{where}: "{name}" says nothing in "{language}", a language of this hall',
    "hall.unknown_language": '{where}: {name}: unknown language "{found}"{hint}',
    "hall.bad_prefix": '{where}: the prefix "{found}" must be one or two capital letters without I and O',
    "hall.duplicate_prefix": '{where}: the prefix "{prefix}" is already used by "{other}" in line {first}',
    "hall.bad_numbers": '{where}: "{found}" are not window numbers from 1 to 999, e.g. "3" or "5, 7-9"',
    "hall.backward_range": '{where}: the range "{found}" runs backward',
    "hall.duplicate_window": "{where}: window {number} is already described in line {first}",
    "hall.no_queue": "{where}: serves no queue; give a profile, or tiers with at least one queue",
    "hall.profile_and_tiers": "{where}: give either a profile or tiers, not both",
    "hall.unserved_queue": "{where}: no window serves this queue; name it in the tiers of a window",
    "hall.time_zone": '{where}: unknown time zone "{found}"{hint}',
    "hall.bad_time": '{where}: "{name}" must be a time such as "09:00", but is "{found}"',
    "hall.closes_first": "{where}: closes at {closes}, which is not after {opens}"
    " (over midnight? then say past_midnight = true)",
    "hall.not_past_midnight": "{where}: past_midnight = true, but {opens}-{closes} ends on the same day",
    "hall.bad_date": '{where}: "{name}" must be a date such as "2026-10-01", but is "{found}"',
    "hall.ends_first": "{where}: the last day {last} is before the first day {first}",
    "hall.same_day": "{where}: {day} is already named in line {first}",
    "hall.overlap": "{where}: on day {day} these hours overlap those of line {first} ({opens}-{closes})",
    "hall.bad_day": "{where}: day {found} is not a day of the week: Monday is 1, Sunday is 7",
    "hall.too_small": '{where}: "{name}" is {found}, but must be {expected}',
    "hall.too_large": '{where}: "{name}" is {found}, but must be {expected}',
    "hall.missing_placeholder": "{where}: {name}: the sentence lacks {{{placeholder}}}",
    "hall.unknown_placeholder": "{where}: {name}: {{{found}}} is unknown; known: {known}",
    "hall.no_reading": '{where}: {name}: no voice reads "{found}" (there are no reading rules){hint}',
    "hall.quiet_never": "{where}: from {begins} until {ends} is no time at all",
    "hall.bad_minutes": '{where}: tiers: "{found}" must be queues, then @ and minutes, e.g. "permits @ 20"',
    "hall.bad_braces": "{where}: {name}: the sentence has a brace that is not closed or not opened",
    "hall.bad_pinyin": '{where}: the pinyin "{found}" must be syllables apart, letters a-z, e.g. "yin hang"',
    "hall.assumed_nothing": '{where}: assumed names "{found}", which is not a key here{hint}',
    "hall.bad_ratio": '{where}: "{name}" must be booked visitors to others, e.g. "1:1", but is "{found}"',
    "hall.slots_closed": '{where}: on day {days} the queue "{queue}" is closed',
    "hall.slots_outside": '{where}: on day {days} the queue "{queue}" is open {opens}-{closes} only',
    "hall.slot_too_long": "{where}: no slot of {minutes} minutes fits between {opens} and {closes}",
    "hall.sms_field": "{where}: {name}: {{{found}}} is unknown; known: {known}",
    "hall.sms_too_long": "{where}: {name}: {units} characters with the longest values of this hall ({whole});"
    " {most} fit into one message",
    "hall.bad_address": '{where}: "{name}" must begin with http:// or https://, but is "{found}"',
    "hall.one_limit": '{where}: "{name}" must be one limit: {expected}',
    "hall.promise_over_law": "{where}: what is promised takes longer than the law allows",
    "hall.back_first": "{where}: the first step cannot go back to a window before it",
    "hall.age_alone": '{where}: proof = "age" and age_from (years) go together',
    "hall.slip_number": '{where}: "{name}" lack "number": no slip goes out without its number',
    "hall.slip_small": '{where}: "{name}" is {found} mm, but nothing on a slip is smaller than {least} mm:'
    " older visitors could not read it",
    "hall.slip_large": '{where}: "{name}" is {found} mm, but letters are {most} mm high at most',
    "hall.slip_module": '{where}: "{name}" is {found} mm, but a square of the QR code is {least} to'
    " {most} mm: smaller ones cannot be read by every phone",
    "hall.slip_id_number": '{where}: "{name}" holds an identity number; a whole one is never printed',
    "hall.slip_logo": '{where}: "{name}" is no PNG in Base64;'
    ' "hallcall slip logo FILE" writes the line for a picture',
    "hall.slip_logo_bytes": '{where}: "{name}" is larger than {most} KiB;'
    ' "hallcall slip logo FILE" makes it small',
    "hall.slip_logo_dots": '{where}: "{name}" has {width} x {height} dots, but may have'
    " {most_width} x {most_height} at most",
    "hall.slip_no_logo": '{where}: "{name}" name a logo, but there is none: give logo = "..."',
    "hall.slip_logo_lost": '{where}: there is a logo, but "{name}" do not say where it stands',
    "hall.duplicate_kiosk": '{where}: the kiosk "{found}" is already described in line {first}',
    "hall.kiosk_offers_nothing": "{where}: no queue is left for the zones and departments this kiosk offers",
    "hall.nothing_to_book": '{where}: "{name}" is for bookings, but nothing can be booked:'
    " there are no [[slots]]",
    "hall.duplicate_screen": '{where}: the screen "{found}" is already described in line {first}',
    "hall.bad_screen_name": '{where}: the name "{found}" has a comma, which parts names on the command line',
    "hall.screen_needs": '{where}: a screen that shows a {found} needs "{expected}"',
    "hall.screen_lacks": '{where}: a screen that shows a {found} has no "{name}"',
    "hall.names_nobody": "{where}: masked_names = true, but no queue stands in this zone: nobody takes a"
    " number for it whose identity card a kiosk could read",
    "hall.names_off": "{where}: masked_names = true, but no zone whose calls it shows has masked_names = true"
    " under [[zones]]",
    "hall.ready_layout": '{where}: "{found}" is the id of a ready layout; give another one',
    "hall.cell_holds_one": '{where}: each piece of a layout has one of "part", "rows" and "columns"',
    "hall.too_deep": "{where}: rows and columns lie more than {most} deep in each other",
    "hall.bad_colour": '{where}: "{name}" must be a colour such as "#08252b", but is "{found}"',
    "hall.poor_contrast": '{where}: "{ink}" on "{ground}" has a contrast of {found}:1, but people with poor'
    " sight need {least}:1",
    "hall.bad_turn": '{where}: "{name}" is {found}, but a picture turns by 0, 90, 180 or 270 degrees',
    "hall.bad_panel": '{where}: "{name}" must be width and height in mm, {least} to {most} each,'
    " but is {found}",
    "hall.bad_pin": '{where}: "{name}" must be {expected}; the PIN itself stands in no file',
    "hall.stated": "{where}: {name} = {stated} is stated, but the file describes {found}",
}
"""Key to sentence. ``{hint}`` is empty or begins with a semicolon."""
