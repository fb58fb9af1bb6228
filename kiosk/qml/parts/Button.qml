import QtQuick
import Hallcall

// A button for a finger; it answers on release, however long it was held.
Rectangle {
    id: root

    required property real unit
    required property var label
    property bool strong: true
    // It says why what stands here otherwise cannot be had now: as flat and as thin as a closed tile.
    property bool off: false
    property bool shown: true
    property string icon: ""
    // The icon above the words, for a narrow button.
    property bool stacked: false
    readonly property color ink: off ? Theme.warn : strong ? Theme.inkOnPrimary : Theme.primary
    readonly property real picture: icon === "" ? 0 : Math.min(64 * unit * Theme.scale, height * 0.44, width * 0.28)
    signal tapped

    visible: shown && label.main.text !== ""
    implicitWidth: Theme.touchable(360 * unit)
    implicitHeight: Theme.touchable(132 * unit)
    radius: Theme.radius * unit
    antialiasing: true
    color: strong ? (area.pressed ? Theme.primaryPressed : Theme.primary) : (area.pressed ? Theme.surfacePressed : off ? "transparent" : Theme.surface)
    border.color: off ? Theme.line : Theme.primary
    border.width: strong ? 0 : Math.max(1, 3 * unit)
    Accessible.role: Accessible.Button
    Accessible.name: label.main.text
    Accessible.onPressAction: tapped()

    Icon {
        visible: root.icon !== ""
        name: root.icon
        width: root.picture
        x: root.stacked ? (root.width - width) / 2 : 20 * root.unit
        y: root.stacked ? 12 * root.unit : (root.height - height) / 2
        color: root.ink
    }

    Label {
        x: 20 * root.unit + (root.stacked || root.icon === "" ? 0 : root.picture + 12 * root.unit)
        y: 8 * root.unit + (root.stacked ? root.picture + 8 * root.unit : 0)
        width: root.width - x - 20 * root.unit
        height: root.height - y - 8 * root.unit
        label: root.label
        pixels: 42 * root.unit
        bold: true
        color: root.ink
        softColor: root.strong ? Theme.inkOnPrimarySoft : Theme.inkSoft
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
