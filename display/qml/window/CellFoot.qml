pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// Who sits here and for whom; or what comes after the visitor.
Item {
    id: root

    required property var department
    required property var clerk
    required property var note
    readonly property bool noted: note.length > 0
    readonly property real margin: height * 0.3

    LineRow {
        objectName: "department"
        x: root.margin
        width: root.clerk.length > 0 ? (root.width - 3 * root.margin) * 0.62 : root.width - 2 * x
        height: root.height
        visible: !root.noted
        lines: visible ? root.department : []
        firstSize: root.height * 0.62
        restSize: firstSize
        centred: false
        color: Theme.inkOnBoardSoft
    }

    LineRow {
        objectName: "clerk"
        x: root.width - width - root.margin
        width: Math.min((root.width - 3 * root.margin) * 0.38, wanted)
        height: root.height
        visible: !root.noted
        lines: visible ? root.clerk : []
        firstSize: root.height * 0.62
        restSize: firstSize
    }

    LineRow {
        objectName: "note"
        x: root.margin
        width: root.width - 2 * x
        height: root.height
        visible: root.noted
        lines: root.note
        firstSize: root.height * 0.62
        restSize: root.height * 0.54
        centred: false
        color: Theme.accent
    }
}
