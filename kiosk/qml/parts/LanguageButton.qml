import QtQuick
import Hallcall

// One language in its own words; the chosen one is filled and underlined.
Rectangle {
    id: root

    required property real unit
    required property var language
    signal tapped

    radius: Theme.radius * unit
    antialiasing: true
    color: language.chosen ? (Theme.high ? Theme.primary : Theme.surface) : (area.pressed ? Theme.bannerPressed : "transparent")
    border.color: Theme.inkOnBannerSoft
    border.width: Math.max(1, 3 * unit)
    Accessible.role: Accessible.RadioButton
    Accessible.name: language.name
    Accessible.checked: language.chosen
    Accessible.onPressAction: tapped()

    Said {
        x: 8 * root.unit
        y: 8 * root.unit
        width: root.width - 2 * x
        height: root.height - 2 * y
        said: ({ text: root.language.name, lang: root.language.key })
        pixels: 42 * root.unit
        bold: root.language.chosen
        font.underline: root.language.chosen
        color: root.language.chosen ? (Theme.high ? Theme.inkOnPrimary : Theme.primary) : Theme.inkOnBanner
        horizontalAlignment: Text.AlignHCenter
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
