pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// The latest calls, newest first; on the board of a large hall in two columns without the queues' names.
Item {
    id: root

    required property var board
    required property real u
    readonly property real headHeight: board.compact ? 0 : 60 * u
    readonly property real gap: 8 * u
    readonly property int lines: 7
    readonly property real rowWidth: board.compact ? (width - gap) / 2 : width
    readonly property real rowHeight: (height - headHeight - gap * (lines - 1)) / lines

    Row {
        visible: !root.board.compact
        height: root.headHeight

        Repeater {
            model: root.board.heads
            HeadCell {
                required property var modelData
                required property int index
                objectName: "head:" + index
                width: root.width * [0.3, 0.4, 0.3][index]
                height: root.headHeight
                lines: modelData
                u: root.u
            }
        }
    }

    Grid {
        // The places of calls to come: a list that is not full yet is seen to be one.
        y: root.headHeight
        flow: Grid.TopToBottom
        rows: root.lines
        spacing: root.gap
        visible: root.board.noCalls.length === 0

        Repeater {
            model: root.board.compact ? root.lines * 2 : root.lines
            Rectangle {
                width: root.rowWidth
                height: root.rowHeight
                radius: Theme.radius * 0.6 * root.u
                antialiasing: true
                color: Theme.boardRow
                opacity: 0.45
            }
        }
    }

    Grid {
        y: root.headHeight
        flow: Grid.TopToBottom
        rows: root.lines
        spacing: root.gap

        Repeater {
            model: root.board.rows
            CallRow {
                width: root.rowWidth
                height: root.rowHeight
                lit: root.board.lit
                compact: root.board.compact
                u: root.u
            }
        }
    }

    Rectangle {
        objectName: "noCalls"
        y: root.headHeight
        width: root.width
        height: root.height - y
        radius: Theme.radius * root.u
        antialiasing: true
        visible: root.board.noCalls.length > 0
        color: Theme.boardRow

        LineStack {
            objectName: "noCallsLine"
            x: 32 * root.u
            width: parent.width - 2 * x
            height: parent.height
            lines: root.board.noCalls
            firstSize: 46 * root.u
            restSize: 38 * root.u
            align: Text.AlignHCenter
        }
    }
}
