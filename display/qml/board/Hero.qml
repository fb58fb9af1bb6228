pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// The large field: one call, read from ten metres; a greeting before the first one.
Rectangle {
    id: root

    required property var hero
    required property bool lit
    required property real u
    readonly property bool glows: root.hero.flashing && root.lit
    readonly property color ink: glows ? Tints.inkOnCall : root.hero.calling ? Tints.call : Tints.ink
    readonly property color inkSoft: glows ? Tints.inkOnCall : Tints.soft
    readonly property real margin: 28 * u
    // Side by side headline and place, and the sentences, would be too small.
    readonly property bool slim: width < 800 * u
    readonly property bool narrow: slim && hero.sentences.length > 1
    readonly property real oneLine: 58 * u
    readonly property real line: (slim ? 2 : 1) * oneLine
    // What is left between the headline and the sentences, shared by number and window; and by a name.
    readonly property real below: height - 2 * margin - line - sentences.height
    readonly property real named: hero.name.length > 0 ? below * 0.22 : 0
    readonly property real room: below - named

    radius: Theme.radius * u
    antialiasing: true
    color: glows ? Tints.call : Tints.panel

    Greeting {
        anchors.fill: parent
        visible: root.hero.number === ""
        hero: root.hero
        u: root.u
    }

    Item {
        anchors.fill: parent
        visible: root.hero.number !== ""

        LineStack {
            objectName: "headline"
            x: root.margin
            y: root.margin
            width: (parent.width - 2 * root.margin) * (root.slim ? 1 : 0.36)
            height: root.oneLine
            lines: root.hero.headline.slice(0, 1)
            firstSize: 46 * root.u * Tints.letters
            restSize: firstSize
            firstColor: root.inkSoft
        }

        LineStack {
            objectName: "place"
            x: parent.width - width - root.margin
            y: root.margin + (root.slim ? root.oneLine : 0)
            width: (parent.width - 2 * root.margin) * (root.slim ? 1 : 0.62)
            height: root.oneLine
            lines: root.hero.place.slice(0, 1)
            firstSize: 46 * root.u * Tints.letters
            restSize: firstSize
            firstColor: root.inkSoft
            align: root.slim ? Text.AlignLeft : Text.AlignRight
        }

        Digits {
            id: number
            objectName: "heroNumber"
            x: root.margin
            // On its baseline: the box of a line holds half as much air as digits.
            y: root.margin + root.line + root.room * 0.51 - baselineOffset
            width: parent.width - 2 * x
            horizontalAlignment: Text.AlignHCenter
            text: root.hero.number
            size: root.room * 0.62
            color: root.ink
        }

        LineStack {
            objectName: "heroName"
            x: root.margin
            y: root.margin + root.line + root.room * 0.54
            width: parent.width - 2 * x
            height: root.named
            visible: root.named > 0
            lines: root.hero.name
            firstSize: root.named * 0.8
            restSize: firstSize
            firstBold: true
            align: Text.AlignHCenter
            firstColor: root.ink
        }

        HeroWindow {
            id: place
            objectName: "heroWindow"
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.margin + root.line + root.named + root.room * 0.95
            words: root.hero.window
            way: root.hero.way
            floor: root.hero.floor
            language: root.hero.language
            color: root.glows ? Tints.inkOnCall : Tints.ink
            wanted: root.room * 0.4
            room: root.width - 2 * root.margin
        }

        LineStack {
            objectName: "sentence"
            x: root.margin
            y: parent.height - height - root.margin * 0.6
            width: parent.width - 2 * x
            height: sentences.height
            visible: root.narrow
            lines: root.narrow ? root.hero.sentences : []
            firstSize: 40 * root.u * Tints.letters
            restSize: firstSize
            align: Text.AlignHCenter
            firstColor: root.inkSoft
            restColor: root.inkSoft
        }

        Row {
            id: sentences
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height - height - root.margin * 0.6
            height: (root.narrow ? 70 * root.hero.sentences.length : 92) * root.u
            visible: !root.narrow
            spacing: 48 * root.u

            Repeater {
                id: others
                model: root.narrow ? [] : root.hero.sentences
                Words {
                    required property var modelData
                    objectName: "sentence:" + line.language
                    y: sentences.height * 0.66 - baselineOffset
                    width: Math.min(implicitWidth, (root.width - 2 * root.margin - sentences.spacing) / others.count)
                    line: modelData
                    size: 48 * root.u
                    color: root.inkSoft
                }
            }
        }
    }
}
