pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// The core is not heard: a calm message in every language of the hall. Nothing here can be touched.
Rectangle {
    id: root

    required property real unit
    required property var vm
    readonly property var lines: vm.view.every

    color: Theme.banner

    Column {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: 60 * root.unit; rightMargin: 60 * root.unit }
        spacing: 56 * root.unit

        Repeater {
            model: root.lines

            Label {
                required property var modelData
                required property int index

                objectName: "outOfService:" + modelData.main.lang
                width: parent ? parent.width : 0
                height: wanted
                label: modelData
                pixels: (index === 0 ? 84 : 64) * root.unit
                bold: index === 0
                color: Theme.inkOnBanner
                softColor: Theme.inkOnBannerSoft
            }
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
