pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// One row of a guide's page: a name, a mark where people wait too long (or a tick), and up to four facts, each
// always in its own place.
Rectangle {
    id: root

    required property real unit
    required property string key
    required property var name
    required property var place
    required property var facts
    required property var late
    required property bool closed
    required property bool chosen
    signal tapped

    readonly property real pad: 20 * unit
    readonly property bool marked: late.text !== ""
    readonly property var told: facts.length > 0 ? facts : place.text !== "" ? [place] : []
    // Of how many wait, for how long, at which windows, and what comes next: the parts of the width.
    readonly property var shares: told.length === 4 ? [0.19, 0.26, 0.28, 0.27] : told.map(each => 1 / told.length)
    readonly property bool two: told.length > 0
    readonly property real foot: two ? (height - 2 * edge) * 0.44 : 0
    readonly property real edge: 6 * unit
    readonly property real picture: Math.min(64 * unit * Theme.scale, (height - foot) * 0.7)
    readonly property real mark: marked ? Math.min(width * 0.42, 380 * unit * Theme.scale) : 0
    readonly property real ticked: chosen ? picture + pad : 0

    objectName: key
    radius: Theme.radius * unit
    antialiasing: true
    color: area.pressed ? Theme.surfacePressed : closed ? "transparent" : Theme.surface
    border.color: marked ? Theme.warn : chosen || area.pressed ? Theme.primary : Theme.line
    border.width: Math.max(1, (marked || chosen ? 6 : 3) * unit)
    Accessible.role: Accessible.Button
    Accessible.name: [name.main.text, late.text].concat(told.map(each => each.text)).filter(each => each !== "").join(", ")
    Accessible.checked: chosen
    Accessible.onPressAction: tapped()

    Icon {
        visible: root.chosen
        name: "check"
        x: root.pad
        y: root.edge + (label.height - height) / 2
        width: root.picture
        color: Theme.primary
    }

    Label {
        id: label
        objectName: root.key + ".name"
        x: root.pad + root.ticked
        y: root.edge
        width: root.width - 2 * root.pad - root.ticked - (root.marked ? root.mark + root.pad : 0)
        height: root.height - 2 * root.edge - root.foot
        label: root.name
        pixels: Math.min(46 * root.unit, height * 0.6)
        bold: !root.closed
        alignment: Text.AlignLeft
        color: root.closed ? Theme.inkSoft : Theme.primary
    }

    Item {
        visible: root.marked
        x: root.width - root.pad - width
        y: root.edge
        width: root.mark
        height: label.height

        Icon {
            id: sign
            name: "warning"
            y: (parent.height - height) / 2
            width: Math.min(52 * root.unit * Theme.scale, parent.height * 0.8)
            color: Theme.warn
        }

        Said {
            objectName: root.key + ".late"
            x: sign.width + 10 * root.unit
            width: parent.width - x
            height: parent.height
            said: root.late
            pixels: 34 * root.unit
            bold: true
            color: Theme.warn
        }
    }

    Repeater {
        model: root.told

        Said {
            required property var modelData
            required property int index

            objectName: root.key + ".fact:" + index
            x: root.pad + root.shares.slice(0, index).reduce((sum, each) => sum + each, 0) * (root.width - 2 * root.pad)
            y: root.height - root.edge - root.foot
            width: (root.shares[index] ?? 0) * (root.width - 2 * root.pad) - 12 * root.unit
            height: root.foot
            said: modelData
            pixels: 34 * root.unit
            color: Theme.ink
        }
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
