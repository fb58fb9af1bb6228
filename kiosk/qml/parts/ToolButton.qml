import QtQuick
import Hallcall

// A key for who reads otherwise: its picture and its word; one that is on is filled and underlined.
Rectangle {
    id: root

    required property real unit
    required property var tool
    signal tapped

    readonly property color ink: tool.chosen ? (Theme.high ? Theme.inkOnPrimary : Theme.primary) : Theme.inkOnBanner

    radius: Theme.radius * unit
    antialiasing: true
    color: tool.chosen ? (Theme.high ? Theme.primary : Theme.surface) : (area.pressed ? Theme.bannerPressed : "transparent")
    border.color: Theme.inkOnBannerSoft
    border.width: Math.max(1, 3 * unit)
    Accessible.role: Accessible.CheckBox
    Accessible.name: tool.name.text
    Accessible.checked: tool.chosen
    Accessible.onPressAction: tapped()

    Icon {
        id: sign
        x: 12 * root.unit
        y: (root.height - height) / 2
        width: Math.min(56 * root.unit, root.width * 0.3)
        name: root.tool.icon
        color: root.ink
    }

    Said {
        objectName: root.tool.key + ".name"
        x: sign.x + sign.width + 6 * root.unit
        y: 6 * root.unit
        width: root.width - x - 6 * root.unit
        height: root.height - 2 * y
        said: root.tool.name
        pixels: 36 * root.unit
        bold: root.tool.chosen
        font.underline: root.tool.chosen
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
