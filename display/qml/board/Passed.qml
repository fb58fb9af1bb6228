pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// The numbers that were passed: who missed theirs finds it here.
Rectangle {
    id: root

    required property var board
    required property real u
    readonly property real labelWidth: Math.min(230 * u, width * 0.3)
    readonly property int rows: Math.max(1, Math.floor((height - 20 * u) / (72 * u)))
    readonly property real digits: Math.min(72 * u, (height - 20 * u) / rows * 0.9)
    readonly property real cell: digits * 3.4
    readonly property int across: Math.max(1, Math.floor((width - labelWidth - 40 * u) / cell))

    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Tints.panel

    LineStack {
        objectName: "passedLabel"
        x: 24 * root.u
        width: root.labelWidth - x
        y: 8 * root.u
        height: parent.height - 2 * y
        lines: root.board.passedLabel.slice(0, 3)
        firstSize: 36 * root.u * Tints.letters
        restSize: 26 * root.u * Tints.letters
        firstColor: Tints.soft
        restColor: Tints.soft
    }

    Grid {
        x: root.labelWidth + 20 * root.u
        anchors.verticalCenter: parent.verticalCenter
        columns: root.across

        Repeater {
            model: root.board.passed.slice(0, root.across * root.rows)
            Item {
                id: place
                required property string modelData
                width: root.cell
                height: (root.height - 20 * root.u) / root.rows

                Digits {
                    objectName: "passed:" + place.modelData
                    y: place.height / 2 + root.digits * 0.367 - baselineOffset
                    width: root.cell - 16 * root.u
                    text: place.modelData
                    size: root.digits
                    color: Tints.ink
                }
            }
        }
    }
}
