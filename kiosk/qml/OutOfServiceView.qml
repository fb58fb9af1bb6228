pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// No numbers here: what is, what to do, why and since when, in every language of the hall; it goes on by itself.
// Nothing can be touched but the clock, which staff know.
Rectangle {
    id: root

    required property real unit
    required property var vm
    readonly property var every: vm.view.every
    readonly property real margin: 60 * unit
    readonly property real gap: 40 * unit
    // The same share of the screen for each language.
    readonly property real each: (height - blocks.y - margin - gap * (every.length - 1)) / Math.max(1, every.length)

    color: Theme.banner

    Text {
        id: clock
        objectName: "clock"
        anchors { right: parent.right; top: parent.top; margins: 32 * root.unit }
        text: root.vm.header.clock
        color: Theme.inkOnBannerSoft
        font { family: Theme.family("en"); bold: true; pixelSize: Math.max(1, Math.round(64 * root.unit)) }
    }

    MouseArea {
        objectName: "clockTouch"
        anchors { right: parent.right; top: parent.top }
        width: 360 * root.unit
        height: 150 * root.unit
        onPressed: root.vm.act("clock")
    }

    Column {
        id: blocks
        x: root.margin
        y: 170 * root.unit
        width: root.width - 2 * root.margin
        spacing: root.gap

        Repeater {
            model: root.every

            Item {
                id: block
                required property var modelData
                required property int index

                objectName: "outOfService:" + modelData.main.lang
                width: blocks.width
                height: root.each

                Said {
                    objectName: block.objectName + ".main"
                    width: parent.width
                    height: parent.height * 0.4
                    said: block.modelData.main
                    pixels: 84 * root.unit
                    bold: true
                    color: Theme.inkOnBanner
                    horizontalAlignment: Text.AlignHCenter
                }

                Said {
                    objectName: block.objectName + ".below"
                    y: parent.height * 0.4
                    width: parent.width
                    height: parent.height * 0.28
                    said: block.modelData.below
                    pixels: 56 * root.unit
                    color: Theme.inkOnBanner
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }

    Repeater {
        model: root.vm.lines

        Label {
            required property var modelData
            required property int index

            objectName: modelData.key
            x: root.margin
            y: blocks.y + index * (root.each + root.gap) + root.each * 0.72
            width: blocks.width
            height: root.each * 0.28
            label: modelData.value
            pixels: 40 * root.unit
            color: Theme.inkOnBannerSoft
            softColor: Theme.inkOnBannerSoft
        }
    }

    Text {
        visible: text !== ""
        anchors { right: parent.right; bottom: parent.bottom; margins: 8 * root.unit }
        text: root.vm.fontLine
        color: Theme.inkOnBanner
        font.family: Theme.family("en")
        font.pixelSize: 22 * root.unit
    }
}
