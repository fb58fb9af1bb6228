pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// The whole screen. `vm` is kiosk.view_model.KioskViewModel.
Frame {
    id: root

    required property var vm
    readonly property string layout: vm.view.layout
    readonly property bool framed: layout !== "outOfService" && layout !== "saver"
    readonly property bool chooses: layout !== "number"
    // Where there is little height, that the page goes away stands where the languages are: it has no line of its own.
    readonly property bool warnsAbove: framed && chooses && (lowered || !portrait)

    turned: vm.frame.turned
    lowerHalf: vm.frame.lower
    panelMm: vm.frame.diagonal_mm
    largeType: vm.frame.scale
    highContrast: vm.frame.high

    // Where everything touched stands below, the hall's name stands above it.
    above: Header {
        anchors { left: parent?.left; right: parent?.right; top: parent?.top }
        unit: root.unit
        portrait: true
        header: root.vm.header
        languages: []
        tools: []
    }

    PointHandler {
        onActiveChanged: {
            if (active)
                root.vm.touched();
        }
    }

    Header {
        id: header
        objectName: "header"
        visible: root.framed && !root.lowered && !(root.warnsAbove && footer.ends)
        anchors { top: parent.top; left: parent.left; right: parent.right }
        height: root.framed && !root.lowered ? implicitHeight : 0
        unit: root.unit
        portrait: root.portrait
        header: root.vm.header
        languages: root.chooses ? root.vm.languages : []
        tools: root.chooses ? root.vm.tools : []
        onAct: key => root.vm.act(key)
    }

    LanguageRow {
        id: reach
        objectName: "reach"
        visible: root.warnsAbove && root.lowered && !footer.ends
        anchors { top: parent.top; left: parent.left; right: parent.right; margins: 12 * root.unit; leftMargin: 40 * root.unit; rightMargin: 40 * root.unit }
        height: root.warnsAbove && root.lowered ? implicitHeight : 0
        unit: root.unit
        languages: root.vm.languages
        tools: root.vm.tools
        onAct: key => root.vm.act(key)
    }

    // Staff open their page by touching the clock often and fast; nobody else notices that it can be touched.
    MouseArea {
        objectName: "clockTouch"
        visible: root.framed
        anchors { right: parent.right; top: parent.top }
        width: 360 * root.unit
        height: 150 * root.unit
        onPressed: root.vm.act("clock")
    }

    Item {
        id: body
        anchors { top: root.lowered ? reach.bottom : header.bottom; left: parent.left; right: parent.right; bottom: bar.top; bottomMargin: bar.visible ? 24 * root.unit : 0 }

        Page {
            layout: "tiles"
            sourceComponent: TilesView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "guide"
            sourceComponent: GuideView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "entry"
            sourceComponent: EntryView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "search"
            sourceComponent: SearchView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "number"
            sourceComponent: NumberView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "lines"
            sourceComponent: LinesView {
                unit: root.unit
                title: root.vm.view.title
                prompt: root.vm.view.prompt
                icon: root.vm.view.icon
                which: root.vm.view.page + ":" + root.vm.view.which
                lines: root.vm.lines
                buttons: []
                earlier: root.vm.words.earlier
                later: root.vm.words.later
                sheet: root.vm.view.nth
                onTurned: way => root.vm.act(way)
                onSpread: (which, starts) => root.vm.spread(which, starts)
            }
        }

        Page {
            layout: "message"
            sourceComponent: MessageView {
                unit: root.unit
                title: root.vm.view.title
                prompt: root.vm.view.prompt
                icon: root.vm.view.icon
                lines: root.vm.lines
                buttons: []
            }
        }
    }

    BottomBar {
        id: bar
        objectName: "bar"
        visible: root.framed
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: 40 * root.unit; rightMargin: 40 * root.unit; bottomMargin: root.warnsAbove ? 40 * root.unit : footer.implicitHeight }
        height: implicitHeight
        unit: root.unit
        buttons: root.vm.buttons
        onAct: key => root.vm.act(key)
    }

    Footer {
        id: footer
        objectName: "footer"
        visible: root.framed
        y: !root.warnsAbove ? parent.height - height : root.lowered ? reach.y : 0
        width: parent.width
        height: over ? header.height : implicitHeight
        over: root.warnsAbove && !root.lowered
        unit: root.unit
        countdown: root.vm.countdown
        moreTime: root.vm.words.moreTime
        onStayed: root.vm.act("stay")
    }

    // To the technician.
    Text {
        objectName: "fontLine"
        visible: root.framed && text !== "" && (root.warnsAbove || !footer.ends)
        anchors { right: parent.right; bottom: parent.bottom; margins: 8 * root.unit }
        text: root.vm.fontLine
        color: Theme.warn
        font.family: Theme.family("en")
        font.pixelSize: 22 * root.unit
    }

    Page {
        layout: "outOfService"
        sourceComponent: OutOfServiceView {
            unit: root.unit
            vm: root.vm
        }
    }

    Page {
        layout: "saver"
        sourceComponent: Saver {
            unit: root.unit
            hall: root.vm.view.title
            clock: root.vm.header.clock
            notices: root.vm.view.notices
            begin: root.vm.view.every.map(each => each.main)
            onTouched: root.vm.act("wake")
        }
    }

    Curtain {
        objectName: "busy"
        visible: root.vm.busy
        anchors.fill: parent
        unit: root.unit
        message: root.vm.words.moment
    }

    // A page that is there while its layout is shown.
    component Page: Loader {
        required property string layout

        objectName: layout + "View"
        anchors.fill: parent
        active: layout === root.vm.layout
        visible: active
    }
}
