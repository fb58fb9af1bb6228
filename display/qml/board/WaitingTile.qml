pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// How many wait in one queue or zone: its name over the whole width; below it another language, how long it takes,
// and the count.
Rectangle {
    id: root

    required property string key
    required property var names
    required property string waiting
    required property var wait
    required property real u

    readonly property real margin: 18 * u
    // Where there is no room for both, how long it takes is more than a name in another language.
    readonly property bool low: wait.length > 0 && height < 130 * u
    // A long name takes two rows, alone; one in another language that would be too small to read is left out.
    readonly property real nameSize: 40 * u * Tints.letters
    readonly property bool crowded: metrics.advance(0) > (width - 2 * margin) * 1.5
    readonly property bool tellsSecond: !low && !crowded && metrics.advance(1) * 0.85 < (width - (46 * waiting.length + 50) * u) * 1.6
    readonly property var second: tellsSecond ? names.slice(1, 2) : []
    // A line of Tibetan is as high as one and a half others.
    readonly property bool high: low || names[0]?.language === "bo"
    readonly property real edge: height * (names.length < 2 && wait.length === 0 ? 1 : crowded ? 0.6 : high ? 0.5 : 0.38)

    objectName: "tile:" + key
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Tints.panel

    FontMetrics {
        id: metrics
        font { family: Theme.family("zh"); pixelSize: 100 }

        function advance(at: int): real {
            const line = root.names[at];
            const of = line?.language === "bo" ? tibetan : metrics;
            return of.advanceWidth(line?.text ?? "") * root.nameSize / 100;
        }
    }

    FontMetrics {
        id: tibetan
        font { family: Theme.family("bo"); pixelSize: 100 }
    }

    LineStack {
        objectName: "name"
        x: root.margin
        y: 3 * root.u
        width: (root.edge < root.height ? root.width - root.margin : count.x - 12 * root.u) - x
        height: root.edge - y
        lines: root.names.slice(0, 1)
        firstSize: root.nameSize
        restSize: firstSize
        wraps: root.crowded
        firstColor: Tints.ink
    }

    LineStack {
        objectName: "below"
        x: root.margin
        y: root.edge
        width: count.x - x - 12 * root.u
        height: root.height - y - 3 * root.u
        lines: [...root.second, ...root.wait]
        firstSize: (root.wait.length > 0 ? 32 : 36) * root.u * Tints.letters
        restSize: 34 * root.u * Tints.letters
        firstColor: root.second.length > 0 ? Tints.soft : Tints.ink
        restColor: Tints.ink
    }

    Digits {
        id: count
        objectName: "waiting"
        x: root.width - width - 20 * root.u
        y: (root.edge < root.height ? root.edge + root.height - 6 * root.u : root.height) / 2 + 0.367 * size - baselineOffset
        text: root.waiting
        size: Math.min(76 * root.u, (root.edge < root.height ? root.height - root.edge : root.height) * 0.95)
        fontSizeMode: Text.FixedSize
    }
}
