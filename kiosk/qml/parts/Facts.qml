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
    readonly property var measured: lines.map((line, at) => Theme.measured(line.value, bold(at)))
    readonly property real part: Theme.shrunk(height - 24 * unit - 6 * unit * lines.length, part => sum(lines.map((line, at) => flow(at, part))))
    readonly property var talls: lines.map((line, at) => flow(at, part))
    readonly property real gap: Math.min(56 * unit, Math.max(0, (height - 24 * unit - sum(talls)) / Math.max(1, lines.length)))
    readonly property real begin: (height - sum(talls) - gap * (lines.length - 1)) / 2

    function sum(talls: var): real {
        return talls.reduce((sum, tall) => sum + tall, 0);
    }

    function bold(at: int): bool {
        return at < 3 || lines[at].kind === "heading";
    }

    // The px of a line where all were so much smaller.
    function pixels(at: int, part: real): real {
        const usual = (lines[at].kind === "heading" ? 280 : at === 0 ? 80 : at < 3 ? 72 : 60) * unit * part;
        const main = measured[at].main;
        const alone = main.advance > 0 ? across * 0.95 / (main.advance * Theme.scale) * 100 : usual;
        return Math.max(Math.min(usual, alone), Math.min(usual, 44 * unit));
    }

    function flow(at: int, part: real): real {
        return Theme.flow(measured[at], pixels(at, part), across, false);
    }

    Repeater {
        model: root.lines

        Label {
            required property var modelData
            required property int index

            objectName: modelData.key
            x: 12 * root.unit
            y: root.begin + root.sum(root.talls.slice(0, index)) + root.gap * index
            width: root.across
            height: root.talls[index] ?? 0
            label: modelData.value
            measured: root.measured[index]
            flowing: true
            pixels: root.pixels(index, root.part)
            bold: root.bold(index)
            color: modelData.kind === "heading" || modelData.key === "windows" || modelData.key === "step" ? Theme.primary : Theme.ink
        }
    }
}
