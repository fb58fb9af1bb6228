pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// A public board. Everything is measured in `u`, a pixel of a screen whose shorter side has 1080.
Rectangle {
    id: root

    required property var board
    readonly property bool portrait: height > width
    readonly property real u: portrait ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)
    readonly property real gap: 18 * u

    color: Theme.board

    Connecting {
        objectName: "connecting"
        anchors.fill: parent
        visible: root.board.connecting
        lines: root.board.connectingLines
        u: root.u
    }

    Item {
        anchors.fill: parent
        visible: !root.board.connecting

        Header {
            id: header
            objectName: "header"
            width: parent.width
            height: (root.portrait ? 256 : 140) * root.u
            board: root.board
            portrait: root.portrait
            u: root.u
        }

        Hero {
            id: hero
            objectName: "hero"
            x: root.gap
            y: header.height + root.gap
            width: root.portrait ? parent.width - 2 * root.gap : (root.board.compact ? 1000 : 1128) * root.u
            height: root.portrait ? 630 * root.u : strip.y - y - root.gap
            hero: root.board.hero
            lit: root.board.lit
            u: root.u
        }

        Calls {
            objectName: "calls"
            x: root.portrait ? root.gap : hero.x + hero.width + root.gap
            y: root.portrait ? hero.y + hero.height + root.gap : hero.y
            width: parent.width - x - root.gap
            height: strip.y - y - root.gap
            board: root.board
            u: root.u
        }

        Strip {
            id: strip
            objectName: "strip"
            x: root.gap
            y: foot.y - height - root.gap
            width: parent.width - 2 * root.gap
            height: (root.portrait ? 236 : 140) * root.u
            board: root.board
            portrait: root.portrait
            u: root.u
        }

        Foot {
            id: foot
            objectName: "foot"
            y: parent.height - height
            width: parent.width
            height: 88 * root.u
            board: root.board
            u: root.u
        }
    }

    Text {
        objectName: "fault"
        anchors { right: parent.right; top: parent.top; margins: 6 * root.u }
        visible: root.board.fault !== ""
        text: root.board.fault
        font.pixelSize: 26 * root.u
        color: Theme.accent
        textFormat: Text.PlainText
    }
}
