"""``hallcall voice``: one announcement as a WAV file, and the recorded voices."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from core.domain.hall import Hall
from core.domain.voice import MUST_NAME, Wording
from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.options import one_window


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``voice say`` and what is done with recorded voices with the command line."""
    voice = subparsers.add_parser("voice", help="speak an announcement into a file; record a voice")
    acts = voice.add_subparsers(dest="act", required=True, metavar="ACT")
    _add_say(acts)
    show = acts.add_parser("list", help="the clips that a recorded voice consists of")
    _add_pack(show, folder=False)
    show.add_argument("--csv", action="store_true", help="as a sheet for the studio")
    show.set_defaults(run=run_list)
    _add_record(acts)
    _add_import(acts)
    check = acts.add_parser("check", help="measure a recorded voice; say what it cannot say")
    _add_pack(check)
    check.add_argument("--out", metavar="DIR", type=Path, help="write some calls here as WAV")
    check.add_argument("--play", action="store_true", help="play some calls")
    check.set_defaults(run=run_check)
    standin = acts.add_parser("standin", help="make a synthetic voice to try things with; labelled as such")
    _add_pack(standin, kiosk=False)
    standin.set_defaults(run=run_standin)


def _add_say(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    say = acts.add_parser("say", help="one call, in all the hall's languages, as a WAV file")
    say.add_argument(
        "--hall", metavar="FILE_OR_NAME", required=True, help="a hall file or a shipped hall's name"
    )
    say.add_argument("--number", metavar="A001", type=_number, help="the ticket's number")
    say.add_argument("--window", metavar="N", type=one_window, help="the window's number")
    say.add_argument("--zone", metavar="Z", help="the zone that closes; without it the hall does")
    say.add_argument("--service", metavar="QUEUE", default="", help="the queue whose name a sentence may say")
    say.add_argument(
        "--wording",
        choices=[each.value for each in Wording],
        default="call",
        help="which of the hall's sentences; default: call",
    )
    say.add_argument(
        "--again",
        dest="wording",
        action="store_const",
        const="recall",
        help="as said when it is called once more: --wording recall",
    )
    say.add_argument(
        "--voices", metavar="DIR", type=Path, help="the folder of the recorded voices (HALLCALL_VOICES)"
    )
    say.add_argument("--out", metavar="X.wav", required=True, type=Path, help="the file to write")
    say.set_defaults(run=say_call)


def _add_record(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    record = acts.add_parser("record", help="record a voice at a microphone, clip by clip")
    _add_pack(record)
    record.add_argument("--from", dest="first", metavar="KEY", help="begin at this clip")
    record.add_argument("--all", action="store_true", help="also clips that are recorded already")
    record.add_argument("--device", metavar="NAME", help="part of the microphone's name; 'list' shows them")
    for what, told in (
        ("speaker", "a label, no name is needed"),
        ("dialect", "e.g. Lhasa"),
        ("consent", "where the written consent is kept, from which day"),
    ):
        record.add_argument(f"--{what}", default="", metavar="TEXT", help=f"of a new voice: {told}")
    record.set_defaults(run=run_record)


def _add_import(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    take = acts.add_parser("import", help="take WAV files named by key, or one long recording, as clips")
    _add_pack(take)
    take.add_argument("source", metavar="SOURCE", type=Path, help="a folder of WAV files, or one WAV file")
    take.add_argument("--from", dest="first", metavar="KEY", help="a long recording begins with this clip")
    take.add_argument("--to", dest="last", metavar="KEY", help="and ends with this one")
    take.add_argument("--pause", metavar="S", type=float, default=0.7, help="seconds between clips; 0.7")
    take.set_defaults(run=run_import)


def _add_pack(parser: argparse.ArgumentParser, *, folder: bool = True, kiosk: bool = True) -> None:
    parser.add_argument("language", metavar="LANG", help="bo, zh, en ...")
    if folder:
        parser.add_argument(
            "dir", metavar="DIR", type=Path, help="the voices' folder; the clips go to DIR/LANG"
        )
    parser.add_argument(
        "--hall", metavar="FILE_OR_NAME", help="only what this hall can say; default: any hall"
    )
    if kiosk:
        parser.add_argument(
            "--kiosk", action="store_true", help="also what a kiosk says to who cannot see it"
        )


def run_list(args: argparse.Namespace) -> int:
    """Print the clips of a language; 2 if there are no rules for it."""
    from hallcall.voices.wanted import WrongUse, any_script, hall_of, print_list, wanted, write_sheet

    any_script()
    try:
        hall = hall_of(args.hall)
        parts = wanted(args.language, hall, kiosk=args.kiosk)
    except WrongUse as error:
        return _wrong("list", error)
    if args.csv:
        write_sheet(parts, sys.stdout)
    else:
        print_list(args.language, hall, parts)
    return DONE


def run_record(args: argparse.Namespace) -> int:
    """Record; 0 once every clip is there, 1 if some are missing or the microphone fails."""
    from hallcall.voices.wanted import WrongUse, any_script, from_key, hall_of, wanted
    from hardware.errors import DeviceError
    from hardware.voice.pack import About, NoPack

    any_script()
    try:
        parts = wanted(args.language, hall_of(args.hall), kiosk=args.kiosk)
        first = from_key(parts, args.first)
    except WrongUse as error:
        return _wrong("record", error)

    from hallcall.voices.recorder import list_microphones, record

    if args.device == "list":
        return list_microphones()
    about = About(args.language, args.speaker, args.dialect, args.consent)
    try:
        left = record(args.dir / args.language, about, parts, first=first, again=args.all, device=args.device)
    except NoPack as error:
        return _wrong("record", error)
    except DeviceError as error:
        print(f"hallcall voice record: {error}", file=sys.stderr)
        return FAILED
    return FAILED if left else DONE


def run_import(args: argparse.Namespace) -> int:
    """Take recordings in; 1 if one was refused, 2 if there is nothing to take them from."""
    from hallcall.voices.importer import import_folder, import_long, pack_for
    from hallcall.voices.wanted import WrongUse, any_script, from_key, hall_of, wanted
    from hardware.voice.anywav import NoSound
    from hardware.voice.pack import NoPack

    any_script()
    now = datetime.now(UTC)
    try:
        parts = wanted(args.language, hall_of(args.hall), kiosk=args.kiosk)
        first = from_key(parts, args.first)
        end = from_key(parts, args.last) + 1 if args.last else len(parts)
        if not args.source.exists():
            raise WrongUse(f"{args.source}: no such file or folder")
        pack = pack_for(args.dir / args.language, args.language, now)
        if args.source.is_dir():
            good = import_folder(pack, parts, args.source, now)
        else:
            good = import_long(pack, parts[first:end], args.source, now, args.pause)
    except (WrongUse, NoPack, NoSound) as error:
        return _wrong("import", error)
    missing = pack.missing(parts)
    print(f"{len(parts) - len(missing)} of {len(parts)} clips are in {pack.folder}")
    return DONE if good else FAILED


def run_check(args: argparse.Namespace) -> int:
    """Measure a pack; 0 if a hall can use it, 1 if something is missing or bad, 2 if there is none."""
    from hallcall.voices.checker import check, write_examples
    from hallcall.voices.wanted import WrongUse, any_script, hall_of, voice_of, wanted
    from hardware.voice.pack import NoPack, Pack

    any_script()
    try:
        hall = hall_of(args.hall)
        voice, parts = voice_of(args.language, hall), wanted(args.language, hall, kiosk=args.kiosk)
        pack = Pack.open(args.dir / args.language)
        if pack.language != args.language:
            raise WrongUse(f"{pack.folder} is a pack of {pack.language}")
    except (WrongUse, NoPack) as error:
        return _wrong("check", error)
    good = check(pack, parts, hall)
    if args.out is not None:
        write_examples(pack, voice, hall, args.out)
    if args.play:
        from hallcall.voices.recorder import play_examples

        play_examples(pack, voice, hall)
    return DONE if good else FAILED


def run_standin(args: argparse.Namespace) -> int:
    """Make the synthetic pack; 1 if a clip could not be made, 2 if the folder holds a speaker's."""
    from hallcall.voices.wanted import WrongUse, any_script, hall_of, wanted
    from hardware.errors import DeviceError
    from hardware.voice.pack import NoPack
    from hardware.voice.standin import LABEL, NoStandIn, NotARecording, make_standin

    any_script()
    folder = args.dir / args.language
    try:
        parts = wanted(args.language, hall_of(args.hall))
        made = list(make_standin(folder, args.language, parts, datetime.now(UTC)))
    except (WrongUse, NoPack, NotARecording) as error:
        return _wrong("standin", error)
    except (DeviceError, NoStandIn) as error:
        print(f"hallcall voice standin: {error}", file=sys.stderr)
        return FAILED
    failed = [each for each in made if each.trouble]
    for each in failed:
        print(f"{each.part.key}: not made: {each.trouble}")
    print(f"{len(made) - len(failed)} of {len(made)} clips in {folder}: {LABEL}")
    return FAILED if failed else DONE


def _wrong(act: str, error: object) -> int:
    print(f"hallcall voice {act}: {error}", file=sys.stderr)
    return WRONG_USE


def say_call(args: argparse.Namespace) -> int:
    """Write one announcement; 1 if nothing can be said, 2 if the hall file cannot be used."""
    from core.app.hallfile import HallFileInvalid, load
    from hallcall.halls import NoSuchHall, resolve

    try:
        hall = load(resolve(args.hall))
    except (NoSuchHall, HallFileInvalid, OSError) as error:
        print(f"hallcall voice say: {error}", file=sys.stderr)
        return WRONG_USE
    wording = Wording(args.wording)
    if complaint := _cannot_say(args, hall, wording):
        return _wrong("say", complaint)

    from hallcall.settings import Settings
    from hardware.errors import DeviceError
    from hardware.voice.announcer import Announcement
    from hardware.voice.parts import Voices
    from hardware.voice.speaker import Speaker
    from hardware.voice.synth import Synthesizer

    zone = args.zone or (hall.window(args.window).zone if args.window else "")
    now = datetime.now(UTC)
    call = Announcement(
        None, args.number or "", args.window or 0, zone, now, wording=wording, service=args.service
    )
    try:
        with (
            Synthesizer() as synthesizer,
            Voices.open(args.voices or Settings().voices, synthesizer) as voices,
        ):
            spoken = Speaker(hall.voice, voices, args.out.parent, hall=hall).render(call, args.out)
    except (DeviceError, OSError) as error:
        print(f"hallcall voice say: {error}", file=sys.stderr)
        return FAILED
    said = ", ".join(spoken.languages) or "the chime only"
    print(f"{spoken.path}: {spoken.seconds:.2f} s, {said}, made in {spoken.render_s * 1000:.0f} ms")
    if spoken.unspoken:
        print(f"not spoken, shown on the screens only: {', '.join(spoken.unspoken)}")
    return DONE if spoken.languages else FAILED


def _cannot_say(args: argparse.Namespace, hall: Hall, wording: Wording) -> str:
    """Return why the sentence cannot be said, empty if it can."""
    missing = [f"--{each}" for each in MUST_NAME[wording] if getattr(args, each) is None]
    if missing:
        return f"the sentence {wording} needs {' and '.join(missing)}"
    if args.window is not None and args.window not in {window.number for window in hall.windows}:
        return f"{hall.id} has no window {args.window}"
    if args.zone and args.zone not in {zone.id for zone in hall.zones}:
        return f"{hall.id} has no zone {args.zone}"
    if args.service and args.service not in {queue.id for queue in hall.queues}:
        return f"{hall.id} has no queue {args.service}"
    return ""


def _number(text: str) -> str:
    if not (text.isascii() and text.isalnum()):
        raise argparse.ArgumentTypeError(f"not a ticket number: {text!r}")
    return text.upper()
