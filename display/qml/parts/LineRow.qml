pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The same said in several languages, side by side on one line; smaller where they would not fit.
Item {
    id: root

    required property var lines
    required property real firstSize
    required property real restSize
    property color color: Theme.inkOnBoard
    property bool firstBold: false
    property bool centred: true
    readonly property real gap: firstSize * 0.6
    readonly property real wanted: lines.reduce((sum, line, at) => sum + advance(line, at), gap * Math.max(0, lines.length - 1))
    readonly property real scaling: Math.min(1, width / Math.max(1, wanted))
    readonly property real begin: centred ? (width - wanted * scaling) / 2 : 0
    // Ink stands in the middle of the height; Tibetan hangs deeper below the line than the others.
    readonly property real ground: height / 2 + 0.37 * sizeOf(0) * scaling

    // Ink of Tibetan is 1.85 em high, that of the others 1.1.
    function sizeOf(at: int): real {
        const size = at === 0 ? firstSize : restSize;
        return lines[at]?.language === "bo" ? Math.min(size * 0.92, height / 1.86) : Math.min(size, height / 1.15);
    }

    function advance(line: var, at: int): real {
        const metrics = line.language === "bo" ? tibetan : at === 0 && firstBold ? bold : plain;
        return metrics.advanceWidth(line.text) * 1.01 / 100 * sizeOf(at);
    }

    function offset(at: int): real {
        return lines.slice(0, at).reduce((sum, line, index) => sum + advance(line, index) + gap, 0) * scaling;
    }

    FontMetrics {
        id: plain
        font { family: Theme.family("zh"); pixelSize: 100 }
    }

    FontMetrics {
        id: bold
        font { family: Theme.family("zh"); pixelSize: 100; bold: true }
    }

    FontMetrics {
        id: tibetan
        font { family: Theme.family("bo"); pixelSize: 100; bold: root.firstBold && root.lines[0]?.language === "bo" }
    }

    Repeater {
        model: root.lines
        Words {
            required property var modelData
            required property int index
            readonly property real wanted: root.sizeOf(index) * root.scaling

            objectName: root.objectName + ":" + line.language
            x: root.begin + root.offset(index)
            y: Math.min(root.ground, root.height - (line.language === "bo" ? 0.78 : 0.2) * wanted) - baselineOffset
            line: modelData
            size: Math.floor(wanted)
            shrinks: false
            font.bold: root.firstBold && index === 0
            color: root.color
        }
    }
}
