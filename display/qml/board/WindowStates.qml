pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Which windows are open and which paused, each with its word.
Rectangle {
    id: root

    required property var lines
    required property real u
    readonly property real lineHeight: (height - 16 * u) / Math.max(1, lines.length)

    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Tints.panel

    Repeater {
        model: root.lines
        Item {
            id: state
            required property var modelData
            required property int index
            readonly property color ink: modelData.paused ? Tints.call : Tints.ink
            readonly property bool alone: modelData.numbers === ""
            x: 24 * root.u
            y: 8 * root.u + index * root.lineHeight
            width: root.width - 2 * x
            height: root.lineHeight

            Row {
                id: labels
                visible: !state.alone
                spacing: 16 * root.u

                Repeater {
                    model: state.alone ? [] : state.modelData.labels
                    Words {
                        required property var modelData
                        required property int index
                        objectName: (state.modelData.paused ? "paused:" : "open:") + line.language
                        y: state.height / 2 + 14 * root.u - baselineOffset
                        line: modelData
                        size: Math.min((index === 0 ? 38 : 28) * root.u, root.lineHeight * 0.56)
                        shrinks: false
                        color: index === 0 ? state.ink : state.modelData.paused ? Tints.call : Tints.soft
                    }
                }
            }

            Digits {
                objectName: state.modelData.paused ? "pausedWindows" : "openWindows"
                x: labels.width + 28 * root.u
                y: state.height / 2 + 18 * root.u - baselineOffset
                width: state.width - x
                text: state.modelData.numbers
                size: 50 * root.u
                color: state.ink
            }

            LineStack {
                objectName: "windowsLine"
                width: state.width
                height: state.height
                visible: state.alone
                lines: state.alone ? state.modelData.labels : []
                firstSize: 38 * root.u * Tints.letters
                restSize: 26 * root.u * Tints.letters
            }
        }
    }
}
