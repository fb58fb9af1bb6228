pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// "→ 3号窗口": the number of the window large, the words around it smaller; the top edge is the baseline.
Item {
    id: root

    required property var words
    required property string language
    required property color color
    required property real size
    readonly property real gap: size * 0.14

    width: after.x + after.width

    Arrow {
        id: arrow
        y: -0.367 * root.size - height / 2
        width: root.size * 0.74
        height: root.size * 0.56
        color: root.color
    }

    Words {
        id: before
        objectName: "windowBefore"
        x: arrow.width + 2 * root.gap
        y: -baselineOffset
        line: ({ language: root.language, text: root.words[0] })
        size: root.size * 0.5
        shrinks: false
        color: root.color
    }

    Digits {
        id: number
        objectName: "windowNumber"
        x: before.x + (before.visible ? before.width + root.gap : 0)
        y: -baselineOffset
        text: root.words[1]
        size: root.size
        fontSizeMode: Text.FixedSize
        color: root.color
    }

    Words {
        id: after
        objectName: "windowAfter"
        x: number.x + number.width + (visible ? root.gap * 0.6 : 0)
        y: -baselineOffset
        line: ({ language: root.language, text: root.words[2] })
        size: root.size * 0.5
        shrinks: false
        color: root.color
    }
}
