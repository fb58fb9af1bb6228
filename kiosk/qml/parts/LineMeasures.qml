import QtQuick
import Hallcall

// Lines measured before a row is made of any: `rows` has what each `LineRow` is made of, `wanted` how high one
// stands at any size of the letters.
QtObject {
    id: root

    required property real unit
    required property var lines
    // Of a row.
    required property real width
    // The letters' usual size.
    readonly property real usual: 44 * unit
    // Lines of kind "text" are steps, with a number where there are several.
    property bool stepped: false

    readonly property var measured: lines.map(line => ({ line: line, name: Theme.measured(line.name, false), value: Theme.measured(line.value, line.kind === "heading" || line.kind === "warn") }))
    readonly property var rows: {
        const several = stepped && measured.filter(each => each.line.kind === "text").length > 1;
        const short = measured.filter(each => each.line.name.main.text !== "" && each.line.kind !== "warn").every(areShort);
        let steps = 0;
        return measured.map(each => row(each, several && each.line.kind === "text" ? ++steps : 0, short));
    }

    // A row whose line has just gone, until it goes itself.
    readonly property var gone: row({ line: { kind: "text", name: nothing, value: nothing }, name: unmeasured, value: unmeasured }, 0, false)
    readonly property var nothing: ({ main: { text: "", lang: "en" }, below: { text: "", lang: "en" } })
    readonly property var unmeasured: Theme.measured(nothing, false)

    function row(measured: var, number: int, short: bool): var {
        const line = measured.line;
        const heading = line.kind === "heading", warns = line.kind === "warn";
        const named = line.name.main.text !== "";
        const beside = named && (short && !warns || width > 1100 * unit * Theme.scale);
        const gutter = number > 0 || warns ? 92 * unit * Theme.scale : 0;
        const inset = warns ? 20 * unit : 0;
        const column = beside ? (width - gutter) * 0.3 : 0;
        const across = width - gutter - 2 * inset - column;
        return {
            line: line,
            number: number,
            heading: heading,
            warns: warns,
            named: named,
            beside: beside,
            pad: (warns ? 18 : heading ? 14 : 6) * unit,
            left: gutter + inset,
            column: column,
            name: measured.name,
            nameWidth: beside ? column - 24 * unit : across,
            value: measured.value,
            valueWidth: across
        };
    }

    // Whether a name and its value, in the largest letters there are, stand in one line each beside each other.
    function areShort(measured: var): bool {
        const inLine = (words, px, room) => Theme.flow(words, px, room, false) <= Theme.flow(words, px, 100 * width, false);
        const largest = 1.36 * usual;
        return inLine(measured.name, largest * 0.76, width * 0.3 - 24 * unit) && inLine(measured.value, largest, width * 0.7);
    }

    // The height of a row where `px` were so many, in both languages or one.
    function wanted(row: var, px: real, alone: bool): real {
        const words = flow(row, px, alone);
        return Math.ceil(Math.max(words, row.number > 0 ? mark(px) + 4 * unit : 0) + 2 * row.pad + 2);
    }

    // The height of its words.
    function flow(row: var, px: real, alone: bool): real {
        const named = row.named ? nameFlow(row, px, alone) : 0;
        const told = Theme.flow(row.value, px * (row.heading ? 1.1 : 1), row.valueWidth, alone);
        return row.beside ? Math.max(named, told) : named + told;
    }

    function nameFlow(row: var, px: real, alone: bool): real {
        return Theme.flow(row.name, px * 0.76, row.nameWidth, alone);
    }

    // The side of a step's number and of the sign of a warning.
    function mark(px: real): real {
        return Math.min(72 * unit, px * 1.64) * Theme.scale;
    }
}
