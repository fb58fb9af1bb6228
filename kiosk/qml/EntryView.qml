pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// Something is typed: what, what it looks like so far, what there is to know of it, and a pad.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm
    readonly property var view: vm.view
    readonly property var entry: view.entry ?? ({ shown: "", hint: { main: { text: "", lang: "" }, below: { text: "", lang: "" } }, letters: "", next: "", ready: false })
    readonly property real margin: 40 * unit
    readonly property real gap: 20 * unit
    // Beside each other wherever there is more room across; above each other the pad gets the larger part.
    readonly property bool wide: width > 1.1 * height
    readonly property real side: wide ? (width - 3 * margin) * 0.46 : width - 2 * margin
    readonly property real tall: (height - 6 * gap) * (wide ? 1 : 0.46)

    Item {
        id: said
        x: root.margin
        y: root.gap
        width: root.side
        height: facts.y + facts.height

        Label {
            id: title
            objectName: "title"
            width: said.width
            height: told ? Math.min(wanted, root.tall * 0.17) : 0
            label: root.view.title
            pixels: 58 * root.unit
            bold: true
            color: Theme.primary
        }

        Label {
            id: prompt
            objectName: "prompt"
            y: title.height + (title.told ? root.gap : 0)
            width: said.width
            height: told ? Math.min(wanted * 2, root.tall * 0.26) : 0
            label: root.view.prompt
            pixels: 42 * root.unit
        }

        Rectangle {
            id: field
            y: prompt.y + prompt.height + (prompt.told ? root.gap : 0)
            width: said.width
            height: Math.min(150 * root.unit, root.tall * 0.22)
            radius: Theme.radius * root.unit
            antialiasing: true
            color: Theme.surface
            border.color: root.entry.ready ? Theme.primary : Theme.line
            border.width: Math.max(1, (root.entry.ready ? 6 : 3) * root.unit)

            Digits {
                objectName: "typed"
                visible: text !== ""
                x: 24 * root.unit
                width: field.width - 2 * x
                height: field.height
                text: root.entry.shown
                size: Math.min(96 * root.unit, field.height * 0.62)
                color: Theme.ink
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }

            Label {
                objectName: "hint"
                visible: root.entry.shown === "" && label.main.text !== ""
                x: 24 * root.unit
                y: 10 * root.unit
                width: field.width - 2 * x
                height: field.height - 2 * y
                label: root.entry.hint
                pixels: 44 * root.unit
                color: Theme.inkSoft
            }
        }

        Item {
            id: facts
            readonly property var talls: root.vm.lines.map(line => line.value.main.text === "" ? 0 : root.gap + Math.min(Theme.labelRoom(line.value, 34 * root.unit, false) * 2, root.tall * 0.2))

            y: field.y + field.height
            width: said.width
            height: below(talls.length)

            // Where the one after the first so many begins.
            function below(lines: int): real {
                return talls.slice(0, lines).reduce((sum, tall) => sum + tall, 0);
            }

            Repeater {
                model: root.vm.lines

                Label {
                    required property string key
                    required property string kind
                    required property var value
                    required property int index

                    objectName: key
                    y: facts.below(index) + root.gap
                    width: facts.width
                    height: (facts.talls[index] ?? 0) - root.gap
                    label: value
                    pixels: 34 * root.unit
                    bold: kind === "warn"
                    color: kind === "warn" ? Theme.warn : Theme.inkSoft
                }
            }
        }
    }

    DialPad {
        objectName: "pad"
        x: root.wide ? root.width - root.margin - width : root.margin
        y: root.wide ? root.gap : said.y + said.height + root.gap
        width: root.wide ? root.width - 3 * root.margin - root.side : root.side
        height: parent.height - y
        unit: root.unit
        letters: root.entry.letters
        next: root.entry.next
        typed: root.entry.shown !== ""
        clear: root.vm.words.clear
        erase: root.vm.words.erase
        onAct: key => root.vm.act(key)
    }
}
