import QtQuick
import Hallcall
import "parts"

// A ticket's number, very large, what its owner needs to know, what a phone opens, and what to do now.
Item {
    id: root

    required property real unit
    required property bool portrait
    required property var vm
    readonly property var view: vm.view
    // Beside each other wherever there is more room across.
    readonly property bool wide: width > 1.1 * height
    readonly property var code: view.code ?? null
    // Nothing but the number and what to do: they have the whole width.
    readonly property bool brief: vm.lines.length === 0 && code === null
    // What to do is the larger the more room there is.
    readonly property real messageHeight: wide ? Math.max((view.bad ? 240 : 190) * unit, Math.min(0.3 * card.height, 300 * unit)) : (view.bad ? 290 : 230) * unit
    // The window that the visitor is called to is larger than the number.
    readonly property bool called: vm.lines.length > 0 && vm.lines[0].kind === "heading"
    readonly property real codeSide: Math.min(330 * unit, card.height - (wide ? 0 : left.height) - 140 * unit)

    Rectangle {
        id: card
        x: 40 * root.unit
        y: (root.wide ? 24 : 40) * root.unit
        width: root.width - 2 * x
        height: root.height - y - (root.wide ? 0 : message.height + 24 * root.unit)
        radius: Theme.radius * root.unit
        antialiasing: true
        color: Theme.surface
        border.color: Theme.line
        border.width: Math.max(1, 3 * root.unit)

        Item {
            id: left
            x: 0
            y: 0
            width: root.wide && !root.brief ? card.width * (phone.visible ? 0.42 : 0.5) : card.width
            height: root.wide ? card.height - message.height - 20 * root.unit : card.height * (root.brief ? 1 : root.called ? 0.34 : 0.42)

            Label {
                id: heading
                objectName: "yourNumber"
                x: 20 * root.unit
                y: x
                width: left.width - 2 * x
                height: Math.min(wanted, left.height * (mark.visible ? 0.2 : 0.28))
                label: root.view.title
                pixels: 54 * root.unit
            }

            Rectangle {
                id: mark
                x: 28 * root.unit
                y: heading.y + heading.height
                visible: root.view.mark.main.text !== ""
                width: left.width - 2 * x
                height: visible ? Math.min(130 * root.unit, left.height * 0.22) : 0
                radius: Theme.radius * root.unit
                antialiasing: true
                color: Theme.page
                border.color: Theme.warn
                border.width: Math.max(1, 4 * root.unit)

                Icon {
                    visible: mark.visible
                    name: "networkGone"
                    x: 20 * root.unit
                    y: (mark.height - height) / 2
                    width: mark.visible ? Math.min(84 * root.unit, mark.height * 0.7) : 0
                    color: Theme.warn
                }

                Label {
                    objectName: "mark"
                    x: 120 * root.unit
                    y: 4 * root.unit
                    width: mark.width - x - 20 * root.unit
                    height: mark.height - 2 * y
                    label: root.view.mark
                    pixels: 52 * root.unit
                    bold: true
                    color: Theme.warn
                    softColor: Theme.warn
                }
            }

            Digits {
                objectName: "number"
                x: 16 * root.unit
                y: mark.y + mark.height + x
                width: left.width - 2 * x
                height: left.height - y - x
                text: root.view.number
                color: Theme.primary
                // Text.Fit keeps something of the size before, and paints outside a low box.
                fontSizeMode: Text.FixedSize
                size: Math.min(430 * root.unit, height * 0.68, width / Math.max(1, text.length) / 0.64)
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }

        Facts {
            x: root.wide ? left.width : 0
            y: root.wide ? 0 : left.height
            width: card.width - x - (phone.visible ? phone.width + 20 * root.unit : 0)
            height: card.height - y
            unit: root.unit
            lines: root.vm.lines
        }

        // What a phone scans: black on white whatever the colours are, or it is not read.
        Item {
            id: phone
            visible: root.code !== null
            readonly property real begin: root.wide ? 0 : left.height

            x: card.width - width - 20 * root.unit
            y: begin + (card.height - begin - height) / 2
            width: root.codeSide
            height: root.codeSide + words.height

            Rectangle {
                id: square
                width: root.codeSide
                height: width
                color: "white"

                QrCode {
                    objectName: "code"
                    width: square.width
                    height: width
                    code: root.code
                }
            }

            Label {
                id: words
                objectName: "scan"
                y: square.height
                width: parent.width
                height: 110 * root.unit
                label: root.code?.label ?? root.view.mark
                pixels: 34 * root.unit
            }
        }
    }

    Rectangle {
        id: message
        objectName: "slipMessage"
        // On a wide screen below the number, so that what else is to be read has the whole height.
        x: card.x + (root.wide ? 20 * root.unit : 0)
        y: root.wide ? card.y + card.height - height - 20 * root.unit : root.height - height
        width: root.wide ? left.width - (root.brief ? 40 : 20) * root.unit : card.width
        height: root.messageHeight
        radius: Theme.radius * root.unit
        antialiasing: true
        color: root.view.bad ? Theme.warn : Theme.accent

        Label {
            objectName: "slip"
            x: 24 * root.unit
            y: 8 * root.unit
            width: message.width - 2 * x
            height: message.height - 2 * y
            label: root.view.prompt
            pixels: 68 * root.unit
            bold: true
            color: root.view.bad ? Theme.inkOnWarn : Theme.inkOnAccent
            softColor: color
        }
    }
}
