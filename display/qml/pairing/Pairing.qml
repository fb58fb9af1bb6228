pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// This machine asks to join the hall: the code by which somebody lets it, to be read across the hall.
Rectangle {
    id: root

    required property var page
    readonly property bool portrait: height > width
    readonly property real u: portrait ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)
    readonly property real side: 60 * u

    color: Theme.board

    Rectangle {
        width: parent.width
        height: 20 * root.u
        color: Theme.accent
    }

    LineStack {
        objectName: "pairingTitle"
        x: root.side
        y: root.height * 0.05
        width: parent.width - 2 * x
        height: parent.height * 0.28
        lines: root.page.titles
        firstSize: 84 * root.u
        restSize: 56 * root.u
        firstBold: true
        align: Text.AlignHCenter
    }

    Digits {
        objectName: "pairingCode"
        x: root.side
        y: root.height * 0.315
        width: parent.width - 2 * x
        height: parent.height * 0.3
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.page.code
        size: parent.height * 0.34
        color: Theme.accent
    }

    LineStack {
        objectName: "pairingAdvice"
        x: root.side
        y: parent.height * 0.64
        width: parent.width - 2 * x
        height: parent.height * 0.24
        visible: !trouble.visible
        lines: root.page.advice
        firstSize: 58 * root.u
        restSize: 44 * root.u
        firstColor: Theme.inkOnBoard
        align: Text.AlignHCenter
    }

    Rectangle {
        id: trouble
        objectName: "pairingTrouble"
        y: parent.height * 0.64
        width: parent.width
        height: parent.height * 0.24
        visible: root.page.trouble.length > 0
        color: Theme.accent

        LineStack {
            objectName: "pairingTroubleLines"
            x: root.side
            width: parent.width - 2 * x
            height: parent.height
            lines: root.page.trouble
            firstSize: 58 * root.u
            restSize: 44 * root.u
            firstColor: Theme.inkOnAccent
            restColor: Theme.inkOnAccent
            align: Text.AlignHCenter
        }
    }

    Words {
        objectName: "pairingFoot"
        x: root.side
        y: parent.height * 0.9
        width: parent.width - 2 * x
        height: parent.height * 0.08
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        line: ({ language: "en", text: root.page.foot })
        size: 40 * root.u
        color: Theme.inkOnBoardSoft
    }
}
