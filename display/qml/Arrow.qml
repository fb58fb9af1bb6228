pragma ComponentBehavior: Bound

import QtQuick

// An arrow to the right, drawn from boxes so that it has the same weight everywhere.
Item {
    id: root

    required property color color
    readonly property real weight: height * 0.2

    Rectangle {
        y: (root.height - root.weight) / 2
        width: root.width - root.weight * 0.6
        height: root.weight
        radius: root.weight / 2
        antialiasing: true
        color: root.color
    }

    Repeater {
        model: [45, -45]
        Rectangle {
            required property int modelData
            x: root.width - width
            y: (root.height - height) / 2
            width: root.height * 0.62
            height: root.weight
            radius: root.weight / 2
            antialiasing: true
            transformOrigin: Item.Right
            rotation: modelData
            color: root.color
        }
    }
}
