pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// Lines beneath each other, as large as they can be, the first ones larger; one of kind "heading" is what the page
// is about, and many times as large. A line is wrapped only where it would be too small in one.
Item {
    id: root

    required property real unit
    required property var lines
    readonly property real across: width - 24 * unit
    readonly property var rows: lines.map((line, at) => row(line, at))
    readonly property real part: Theme.shrunk(height - 24 * unit - 6 * unit * rows.length, part => sum(rows.map(each => flow(each, part))))
    readonly property var talls: rows.map(each => flow(each, part))
    readonly property real gap: Math.min(56 * unit, Math.max(0, (height - 24 * unit - sum(talls)) / Math.max(1, rows.length)))
    readonly property real begin: (height - sum(talls) - gap * (rows.length - 1)) / 2
    // A row whose line has just gone, until it goes itself.
    readonly property var gone: row({ key: "", kind: "fact", value: { main: { text: "", lang: "en" }, below: { text: "", lang: "en" } } }, 0)

    function sum(talls: var): real {
        return talls.reduce((sum, tall) => sum + tall, 0);
    }

    // A line measured, with the px it has where there is room enough.
    function row(line: var, at: int): var {
        const first = line.kind === "heading", bold = first || at < 3;
        return {
            line: line,
            bold: bold,
            primary: first || line.key === "windows" || line.key === "step",
            usual: (first ? 280 : at === 0 ? 80 : at < 3 ? 72 : 60) * unit,
            measured: Theme.measured(line.value, bold)
        };
    }

    // The px of a row where all were so much smaller.
    function pixels(row: var, part: real): real {
        const usual = row.usual * part;
        const advance = row.measured.main.advance;
        const alone = advance > 0 ? across * 0.95 / (advance * Theme.scale) * 100 : usual;
        return Math.max(Math.min(usual, alone), Math.min(usual, 44 * unit));
    }

    function flow(row: var, part: real): real {
        return Theme.flow(row.measured, pixels(row, part), across, false);
    }

    Repeater {
        model: root.rows.length

        Label {
            required property int index
            readonly property var row: root.rows[index] ?? root.gone

            objectName: row.line.key
            x: 12 * root.unit
            y: root.begin + root.sum(root.talls.slice(0, index)) + root.gap * index
            width: root.across
            height: root.talls[index] ?? 0
            label: row.line.value
            measured: row.measured
            flowing: true
            pixels: root.pixels(row, root.part)
            bold: row.bold
            color: row.primary ? Theme.primary : Theme.ink
        }
    }
}
