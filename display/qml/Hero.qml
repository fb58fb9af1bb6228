pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The large field: one call, read from ten metres; a greeting before the first one.
Rectangle {
    id: root

    required property var hero
    required property bool lit
    required property real u
    readonly property bool glows: root.hero.flashing && root.lit
    readonly property color ink: glows ? Theme.inkOnAccent : root.hero.calling ? Theme.accent : Theme.inkOnBoard
    readonly property color inkSoft: glows ? Theme.inkOnAccent : Theme.inkOnBoardSoft

    radius: Theme.radius * u
    antialiasing: true
    color: glows ? Theme.accent : Theme.boardRow

    Greeting {
        objectName: "greeting"
        anchors.fill: parent
        visible: root.hero.number === ""
        hero: root.hero
        u: root.u
    }

    Item {
        anchors { fill: parent; margins: 24 * root.u }
        visible: root.hero.number !== ""

        Words {
            id: headline
            objectName: "headline"
            width: Math.min(implicitWidth, parent.width * 0.4)
            line: root.hero.headline[0] ?? null
            size: 44 * root.u
            color: root.inkSoft
        }

        Words {
            objectName: "place"
            anchors { right: parent.right; baseline: headline.baseline }
            width: Math.min(implicitWidth, parent.width * 0.56)
            horizontalAlignment: Text.AlignRight
            line: root.hero.place[0] ?? null
            size: 44 * root.u
            color: root.inkSoft
        }

        Text {
            id: number
            objectName: "heroNumber"
            // The digits stand on the line at 0.88 em of a box of 1.45 em; the rest of it is air.
            y: 34 * root.u
            width: parent.width
            height: 300 * root.u
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.hero.number
            font { family: Theme.family("en"); pixelSize: 290 * root.u; bold: true }
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 120 * root.u
            color: root.ink
            textFormat: Text.PlainText
        }

        HeroWindow {
            id: place
            objectName: "heroWindow"
            anchors.horizontalCenter: parent.horizontalCenter
            y: 322 * root.u
            height: 170 * root.u
            words: root.hero.window
            language: root.hero.language
            color: root.glows ? Theme.inkOnAccent : Theme.inkOnBoard
            u: root.u
        }

        Row {
            id: sentences
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
            height: 84 * root.u
            spacing: 48 * root.u

            Repeater {
                id: others
                model: root.hero.sentences
                Words {
                    required property var modelData
                    objectName: "sentence:" + line.language
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, (headline.parent.width - sentences.spacing) / others.count)
                    line: modelData
                    size: 44 * root.u
                    color: root.inkSoft
                }
            }
        }
    }
}
