pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// How was the service: five faces, each with its word; below them the way out, and whom it is about.
Item {
    id: root

    required property var pad
    readonly property var look: pad.look
    readonly property var ask: pad.ask
    readonly property real gap: look.gap
    readonly property real finger: look.finger
    readonly property int count: Math.max(1, ask.faces.length)
    readonly property real roomAcross: width - 2 * gap
    readonly property real roomDown: height - 2 * finger - 4 * gap

    Head {
        x: root.gap
        y: root.gap
        width: root.roomAcross
        height: root.finger
        line: root.ask.title
        languages: root.ask.languages
        look: root.look
        onChosen: language => root.pad.speak(language)
    }

    Repeater {
        model: root.ask.faces
        FaceKey {
            required property var modelData
            required property int index
            readonly property real stepAcross: (root.roomAcross + root.gap) / root.count
            readonly property real stepDown: (root.roomDown + root.gap) / root.count

            objectName: "level:" + modelData.level
            x: root.gap + (root.look.portrait ? 0 : index * stepAcross)
            y: root.finger + 2 * root.gap + (root.look.portrait ? index * stepDown : 0)
            width: root.look.portrait ? root.roomAcross : stepAcross - root.gap
            height: root.look.portrait ? stepDown - root.gap : root.roomDown
            face: modelData
            look: root.look
            onTapped: root.pad.pick(modelData.level)
        }
    }

    Item {
        x: root.gap
        y: root.height - root.finger - root.gap
        width: root.roomAcross
        height: root.finger

        TouchKey {
            id: skip
            objectName: "skip"
            width: root.finger * (root.look.portrait ? 1.4 : 2.6)
            height: parent.height
            line: root.ask.skip
            finger: root.finger
            size: finger * (root.look.portrait ? 0.3 : 0.34)
            onTapped: root.pad.skip()
        }

        Item {
            id: whom
            x: skip.width + root.gap * 2
            width: parent.width - x
            height: parent.height

            Row {
                id: numbers
                width: parent.width
                height: parent.height * 0.5
                readonly property real half: (width - root.gap) / 2
                spacing: root.gap

                Repeater {
                    model: [root.ask.number, root.ask.clerk]
                    Row {
                        id: one
                        required property string modelData
                        required property int index
                        visible: modelData !== ""
                        height: numbers.height
                        spacing: root.gap

                        Fitted {
                            objectName: "label:" + one.index
                            width: numbers.half * 0.42
                            height: parent.height
                            line: root.ask.labels[one.index] ?? null
                            size: root.finger * 0.22
                            color: Theme.inkSoft
                            horizontalAlignment: Text.AlignRight
                        }

                        Digits {
                            objectName: "whom:" + one.index
                            width: numbers.half * 0.58 - root.gap
                            height: parent.height
                            verticalAlignment: Text.AlignVCenter
                            text: one.modelData
                            size: root.finger * 0.36
                            color: Theme.ink
                        }
                    }
                }
            }

            Fitted {
                objectName: "voluntary"
                y: parent.height * 0.5
                width: parent.width
                height: parent.height * 0.5
                line: root.ask.voluntary
                size: root.finger * 0.2
                color: Theme.inkSoft
            }
        }
    }
}
