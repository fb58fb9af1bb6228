pragma ComponentBehavior: Bound

import QtQuick
import "../parts"

// What was not good: reasons to pick, several if one likes; nothing is sent before "send" is pressed.
Item {
    id: root

    required property var pad
    readonly property var look: pad.look
    readonly property var reasons: pad.reasons
    readonly property real gap: look.gap
    readonly property real finger: look.finger
    readonly property real stepAcross: (width - gap) / reasons.columns
    readonly property real stepDown: (height - 2 * finger - 3 * gap) / reasons.rows

    Head {
        x: root.gap
        y: root.gap
        width: root.width - 2 * root.gap
        height: root.finger
        line: root.reasons.title
        languages: root.pad.ask.languages
        look: root.look
        onChosen: language => root.pad.speak(language)
    }

    Repeater {
        model: root.reasons.keys
        TouchKey {
            required property var modelData
            required property int index
            objectName: "reason:" + modelData.id
            x: root.gap + index % root.reasons.columns * root.stepAcross
            y: root.finger + 2 * root.gap + Math.floor(index / root.reasons.columns) * root.stepDown
            width: root.stepAcross - root.gap
            height: root.stepDown - root.gap
            line: modelData.line
            digit: modelData.digit
            picked: modelData.picked
            finger: root.finger
            onTapped: root.pad.toggle(modelData.id)
        }
    }

    Row {
        id: below
        readonly property bool hasMore: !!root.reasons.more
        readonly property int count: hasMore ? 4 : 3
        readonly property real size: root.finger * (root.look.portrait ? 0.25 : 0.34)
        readonly property real each: (width - (count - 1) * spacing) / count
        x: root.gap
        y: root.height - root.finger - root.gap
        width: root.width - 2 * root.gap
        height: root.finger
        spacing: root.gap

        TouchKey {
            objectName: "skip"
            width: below.each
            height: root.finger
            line: root.pad.ask.skip
            finger: root.finger
            size: below.size
            onTapped: root.pad.skip()
        }

        TouchKey {
            objectName: "back"
            width: below.each
            height: root.finger
            line: root.reasons.back
            finger: root.finger
            size: below.size
            onTapped: root.pad.back()
        }

        TouchKey {
            objectName: "more"
            width: below.each
            height: root.finger
            visible: below.hasMore
            line: root.reasons.more ?? null
            digit: root.reasons.digits[0]
            finger: root.finger
            size: below.size
            onTapped: root.pad.more()
        }

        TouchKey {
            objectName: "send"
            width: below.each
            height: root.finger
            line: root.reasons.send
            digit: root.reasons.digits[1]
            finger: root.finger
            size: below.size * 1.24
            strong: true
            onTapped: root.pad.send()
        }
    }
}
