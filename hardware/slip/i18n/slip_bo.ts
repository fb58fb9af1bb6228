<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bo_CN" sourcelanguage="en">
<context>
    <name>slip</name>
    <message>
        <source>COPY</source>
        <translation>བསྐྱར་དཔར།</translation>
    </message>
    <message>
        <source>PRIORITY</source>
        <translation>སྔོན་ཐོབ།</translation>
    </message>
    <message>
        <source>Complaints {phone}</source>
        <translation>སྙན་སེང་ཁ་པར་ {phone}</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation>ཁ་པར་ {phone}</translation>
    </message>
    <message>
        <source>Scan to see your place in the queue</source>
        <translation>བཤར་ནས་སྒུག་གྲལ་ལ་གཟིགས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Name {name}</source>
        <translation>མིང་ {name}</translation>
    </message>
    <message>
        <source>ID ending in {last}</source>
        <translation>ལག་ཁྱེར་མཇུག་ཨང་ {last}</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>ཐོག་ཚེགས་ {floor}</translation>
    </message>
    <message>
        <source>Window {windows}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {windows}</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>སྒྲུབ་མཁན།</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Clerk&apos;s signature</source>
        <translation>སྒྲུབ་མཁན་མིང་རྟགས།</translation>
    </message>
    <message>
        <source>Visitor&apos;s signature</source>
        <translation>ཞུ་མཁན་མིང་རྟགས།</translation>
    </message>
    <message>
        <source>What you need, told once</source>
        <translation>ཐེངས་གཅིག་བརྡ་སྦྱོར་ཐོ།</translation>
    </message>
    <message>
        <source>Limit by law</source>
        <translation>ཁྲིམས་བཅའི་དུས་བཀག</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>ཁས་ལེན་དུས་བཀག</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>དོད་འབབ།</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>ལས་ཉིན་ {count}</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>སྐར་མ་ {count}</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>ཐད་ཀར་སྒྲུབ་རྒྱུ།</translation>
    </message>
    <message>
        <source>Papers to bring</source>
        <translation>དགོས་པའི་ཡིག་ཆ།</translation>
    </message>
    <message>
        <source>Ticked: still missing</source>
        <translation>རྟགས་བརྒྱབ་པ་ནི་ད་དུང་མ་ཚང་བའི་ཡིག་ཆ།</translation>
    </message>
    <message>
        <source>From: {issuer}</source>
        <translation>སྤྲོད་མཁན། {issuer}</translation>
    </message>
    <message>
        <source>Steps, in this order</source>
        <translation>སྒྲུབ་པའི་གོ་རིམ།</translation>
    </message>
    <message>
        <source>Step {step}: {name}</source>
        <translation>གོ་རིམ་ {step} {name}</translation>
    </message>
    <message>
        <source>Not accepted today</source>
        <translation>དང་ལེན་མ་བྱས།</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>རྒྱུ་མཚན། {reason}</translation>
    </message>
    <message>
        <source>What you can do: {remedy}</source>
        <translation>བཅོས་ཐབས། {remedy}</translation>
    </message>
    <message>
        <source>Scan to see this list</source>
        <translation>བཤར་ནས་ཐོ་འདི་ལ་གཟིགས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Call-back list</source>
        <translation>ཁ་པར་ཕྱིར་འདྲིའི་ཐོ།</translation>
    </message>
    <message>
        <source>□ Reached   □ Problem   □ Satisfied</source>
        <translation>□ འབྲེལ་ཐུབ།   □ གནད་དོན་ཡོད།   □ ཡིད་ཚིམས།</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>མཆན།</translation>
    </message>
    <message>
        <source>Rated {level} of 5</source>
        <translation>གདེང་འཇོག་ 5 ནས་ {level}</translation>
    </message>
    <message>
        <source>{count} of {finished} visits, draw {seed}</source>
        <translation>{finished} ནས་ {count} · {seed}</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>འདྲི་མཁན་མིང་རྟགས།</translation>
    </message>
    <message>
        <source>Nobody to call</source>
        <translation>ཁ་པར་གཏོང་དགོས་མཁན་མེད།</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>ཉིན་རྩིས་ཐོ།</translation>
    </message>
    <message>
        <source>taken {taken} · served {served} · passed {passed} · void {void}</source>
        <translation>བླངས་པ་ {taken} · སྒྲུབ་ཟིན་ {served} · འདས་པ་ {passed} · མེད་པ་ {void}</translation>
    </message>
    <message>
        <source>came from elsewhere {joined} · sent on {moved} · open {open}</source>
        <translation>གཞན་ནས་ {joined} · གཞན་དུ་ {moved} · མ་ཚར་བ་ {open}</translation>
    </message>
    <message>
        <source>The day is not over yet</source>
        <translation>ད་དུང་ཉིན་མ་རྫོགས།</translation>
    </message>
    <message>
        <source>Numbers given out</source>
        <translation>ཨང་རྟགས་ཁྱོན།</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>སྒུག་གྲལ་ཡོངས།</translation>
    </message>
    <message>
        <source>Slips missing or unsure</source>
        <translation>པར་ཐོན་ངེས་མེད་ཨང་འཛིན།</translation>
    </message>
    <message>
        <source>Served at each window</source>
        <translation>སྒེའུ་ཁུང་སོ་སོའི་སྒྲུབ་གྲངས།</translation>
    </message>
    <message>
        <source>Supervisor&apos;s signature</source>
        <translation>འགན་འཛིན་མིང་རྟགས།</translation>
    </message>
    <message>
        <source>Printed {time}</source>
        <translation>པར་དུས་ {time}</translation>
    </message>
</context>
</TS>
