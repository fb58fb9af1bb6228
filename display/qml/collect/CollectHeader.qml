pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../board"
import "../parts"

// What this screen is, large, in every language; whose it is, and what time it is.
Rectangle {
    id: root

    required property var collect
    required property bool portrait
    required property real u
    readonly property real margin: 32 * u
    readonly property real pad: 9 * u
    readonly property real upper: portrait ? height * 0.6 : height

    color: Tints.bar

    Item {
        id: titles
        x: root.margin
        width: (root.portrait ? root.width : root.width * 0.58) - 2 * root.margin
        height: root.upper

        Words {
            id: first
            objectName: "title"
            y: parent.height * 0.66 - baselineOffset
            width: Math.min(implicitWidth, parent.width * (rest.visible ? 0.5 : 1))
            line: root.collect.titles[0] ?? null
            size: (line?.language === "bo" ? 88 : 108) * root.u * Tints.letters
            font.bold: true
            color: Tints.call
        }

        LineStack {
            id: rest
            objectName: "titleRest"
            x: first.width + root.margin
            y: root.pad
            width: parent.width - x
            height: parent.height - 2 * root.pad
            visible: root.collect.titles.length > 1
            lines: root.collect.titles.slice(1)
            firstSize: 50 * root.u * Tints.letters
            restSize: 42 * root.u * Tints.letters
            firstColor: Tints.inkOnBar
            restColor: Tints.inkOnBar
        }
    }

    LineStack {
        objectName: "zone"
        x: root.portrait ? root.margin : titles.x + titles.width + root.margin
        y: root.portrait ? root.upper : root.pad
        width: clock.x - x - 28 * root.u
        height: root.height - y - root.pad
        lines: root.collect.zone
        firstSize: 40 * root.u * Tints.letters
        restSize: 25 * root.u * Tints.letters
        align: root.portrait ? Text.AlignLeft : Text.AlignRight
        firstColor: Tints.inkOnBar
        restColor: Tints.softOnBar
    }

    Digits {
        id: clock
        objectName: "clock"
        x: root.width - width - root.margin
        y: (root.portrait ? (root.upper + root.height) / 2 : root.height / 2) + size * 0.367 - baselineOffset
        width: 210 * root.u
        horizontalAlignment: Text.AlignRight
        text: root.collect.clock
        size: 78 * root.u
        color: Tints.inkOnBar
    }
}
