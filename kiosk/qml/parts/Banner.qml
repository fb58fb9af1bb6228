pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// What the devices have to say before anything is chosen: that no slips come out, whose card lies there; and what
// the visitor has wished so far. Two beside each other where there is more room across.
Grid {
    id: root

    required property real unit
    required property var lines
    property bool beside: false

    spacing: 10 * unit
    columns: beside && lines.length > 1 ? 2 : 1

    Repeater {
        model: root.lines

        Rectangle {
            id: box

            required property var modelData
            readonly property bool warns: modelData.kind === "warn"

            width: (root.width - (root.columns - 1) * root.spacing) / root.columns
            height: words.wanted + 24 * root.unit
            radius: Theme.radius * root.unit
            antialiasing: true
            color: Theme.surface
            border.color: warns ? Theme.warn : Theme.line
            border.width: Math.max(1, (warns ? 4 : 3) * root.unit)

            Label {
                id: words
                objectName: box.modelData.key
                anchors { fill: parent; leftMargin: 24 * root.unit; rightMargin: 24 * root.unit; topMargin: 5 * root.unit; bottomMargin: 5 * root.unit }
                label: box.modelData.value
                pixels: 38 * root.unit
                bold: box.warns
                color: box.warns ? Theme.warn : Theme.primary
                softColor: box.warns ? Theme.warn : Theme.inkSoft
            }
        }
    }
}
