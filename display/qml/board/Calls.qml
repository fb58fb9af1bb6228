pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// The latest calls, newest first; without the queues' names in several columns.
Item {
    id: root

    required property var board
    required property real u
    readonly property bool compact: !board.plan.names
    readonly property int lines: board.plan.lines
    readonly property int across: board.plan.across
    readonly property real headHeight: compact ? 0 : 56 * u
    readonly property real gap: 8 * u
    readonly property real rowWidth: (width - gap * (across - 1)) / across
    readonly property real rowHeight: (height - headHeight - gap * (lines - 1)) / lines
    // What the list's columns are made for: letters of the longest number and window.
    readonly property real digits: Math.min(rowHeight * 0.885, (rowWidth - (110 + nameRoom) * u) / (numberEm + windowEm + 0.15))
    // In a rush the rows of a board that shows names are made for them, too.
    readonly property real nameRoom: board.plan.named ? 110 : 0
    // A digit is 0.59 em wide, an M or a W 0.9.
    readonly property real numberEm: 0.6 * board.numberLetters + 0.32
    readonly property real windowEm: 0.61 * board.windowLetters
    readonly property real numberWidth: digits * numberEm
    readonly property real windowWidth: digits * windowEm
    readonly property real namesX: 40 * u + numberWidth

    Item {
        visible: !root.compact
        width: root.rowWidth
        height: root.headHeight

        Repeater {
            model: root.board.heads
            HeadCell {
                required property var modelData
                required property int index
                objectName: "head:" + index
                x: [0, root.namesX - 26 * root.u, parent.width - width][index]
                width: [root.namesX, parent.width - root.namesX - root.windowWidth - 70 * root.u, root.windowWidth + 100 * root.u][index]
                height: root.headHeight
                lines: modelData
                atEnd: index === 2
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
            model: root.lines * root.across
            Rectangle {
                width: root.rowWidth
                height: root.rowHeight
                radius: Theme.radius * 0.6 * root.u
                antialiasing: true
                color: Tints.panel
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
                digits: root.digits
                numberWidth: root.numberWidth
                windowWidth: root.windowWidth
                lit: root.board.lit
                compact: root.compact
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
        color: Tints.panel

        LineStack {
            objectName: "noCallsLine"
            x: 32 * root.u
            width: parent.width - 2 * x
            height: parent.height
            lines: root.board.noCalls
            firstSize: 46 * root.u * Tints.letters
            restSize: 38 * root.u * Tints.letters
            align: Text.AlignHCenter
            firstColor: Tints.ink
            restColor: Tints.soft
        }
    }
}
