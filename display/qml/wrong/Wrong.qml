pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// This screen was started for something that the hall does not have: what, and what can be done.
Rectangle {
    id: root

    required property var page
    readonly property real u: height > width ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080)

    color: Theme.board

    Rectangle {
        width: parent.width
        height: 24 * root.u
        color: Theme.accent
    }

    LineStack {
        objectName: "wrong"
        x: 80 * root.u
        y: 90 * root.u
        width: parent.width - 2 * x
        height: parent.height * 0.42
        lines: root.page.titles
        firstSize: 92 * root.u
        restSize: 58 * root.u
        firstBold: true
        firstColor: Theme.accent
        align: Text.AlignHCenter
    }

    LineStack {
        objectName: "advice"
        x: 80 * root.u
        y: parent.height * 0.54
        width: parent.width - 2 * x
        height: parent.height * 0.26
        lines: root.page.advice
        firstSize: 44 * root.u
        restSize: 34 * root.u
        firstColor: Theme.inkOnBoard
        align: Text.AlignHCenter
    }

    Paragraph {
        objectName: "known"
        x: 80 * root.u
        y: parent.height * 0.82
        width: parent.width - 2 * x
        height: parent.height * 0.15
        line: ({ language: "en", text: root.page.known.join("   ") })
        size: 44 * root.u
        font.bold: true
        color: Theme.inkOnBoardSoft
    }
}
