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
    required property string way
    required property string floor
    // At most so large, and so wide.
    required property real wanted
    required property real room
    readonly property real natural: 0.7 * (floor === "" ? 1 : 1.5) + 0.28 + (numberSize.advanceWidth + (beforeSize.advanceWidth + afterSize.advanceWidth) * 0.5) / 100 + 0.3
    readonly property real size: Math.min(wanted, room / natural)
    readonly property real gap: size * 0.14

    width: after.x + after.width

    TextMetrics {
        id: numberSize
        font { family: Theme.family("en"); pixelSize: 100; bold: true }
        text: root.words[1]
    }

    TextMetrics {
        id: beforeSize
        font { family: Theme.family(root.language); pixelSize: 100 }
        text: root.words[0]
    }

    TextMetrics {
        id: afterSize
        font { family: Theme.family(root.language); pixelSize: 100 }
        text: root.words[2]
    }

    Direction {
        id: arrow
        y: -0.367 * root.size - height / 2
        size: root.size * 0.7
        way: root.way
        floor: root.floor
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
