import QtQuick
import Hallcall

// A key of a pad; dim where it can do nothing now. Each key has a finger of its own: who types fast has the
// next one down before the last is up.
Rectangle {
    id: root

    required property real unit
    required property var label
    property bool live: true
    property real pixels: 64 * unit
    signal tapped

    radius: Theme.radius * unit
    antialiasing: true
    color: !live ? "transparent" : tap.pressed ? Theme.surfacePressed : Theme.surface
    border.color: live ? Theme.primary : Theme.line
    border.width: Math.max(1, 3 * unit)
    Accessible.role: Accessible.Button
    Accessible.name: label.main.text
    Accessible.onPressAction: tapped()

    Label {
        x: 6 * root.unit
        y: 6 * root.unit
        width: root.width - 2 * x
        height: root.height - 2 * y
        label: root.label
        pixels: Math.min(root.pixels, root.height * 0.62)
        bold: true
        color: root.live ? Theme.primary : Theme.inkSoft
        opacity: root.live ? 1 : 0.5
    }

    TapHandler {
        id: tap
        enabled: root.live
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        onTapped: root.tapped()
    }
}
