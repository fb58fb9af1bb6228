pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// "→ 3号窗口": the number of the window large, the words around it smaller, all on one line.
Item {
    id: root

    required property var words
    required property string language
    required property color color
    required property real u
    readonly property real baselineY: height * 0.86

    width: after.x + after.width

    Arrow {
        id: arrow
        y: root.baselineY - height
        width: 150 * root.u
        height: 120 * root.u
        color: root.color
    }

    Words {
        id: before
        objectName: "windowBefore"
        x: arrow.width + 40 * root.u
        y: root.baselineY - baselineOffset
        width: visible ? implicitWidth : 0
        line: ({ language: root.language, text: root.words[0] })
        size: 100 * root.u
        shrinks: false
        color: root.color
    }

    Text {
        id: number
        objectName: "windowNumber"
        x: before.x + before.width + (before.visible ? 28 * root.u : 0)
        y: root.baselineY - baselineOffset
        text: root.words[1]
        font { family: Theme.family("en"); pixelSize: 200 * root.u; bold: true }
        color: root.color
        textFormat: Text.PlainText
    }

    Words {
        id: after
        objectName: "windowAfter"
        x: number.x + number.width + (visible ? 16 * root.u : 0)
        y: root.baselineY - baselineOffset
        width: visible ? implicitWidth : 0
        line: ({ language: root.language, text: root.words[2] })
        size: 100 * root.u
        shrinks: false
        color: root.color
    }
}
