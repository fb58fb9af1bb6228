<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bo_CN" sourcelanguage="en">
<context>
    <name>board</name>
    <message>
        <source>Window {window}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window}</translation>
    </message>
    <message>
        <source>Please go to window {window}</source>
        <translation>སྒེའུ་ཁུང་ཨང་ {window} ལ་ཕེབས་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>ད་ལྟ་འབོད་བཞིན་པ།</translation>
    </message>
    <message>
        <source>Latest call</source>
        <translation>ཉེ་ཆར་འབོད་པའི་ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>དགའ་བསུ་ཞུ།</translation>
    </message>
    <message>
        <source>Please wait for your number</source>
        <translation>ཨང་རྟགས་བླངས་ནས་སྒུག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>ལས་དོན།</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>སྒེའུ་ཁུང་།</translation>
    </message>
    <message>
        <source>Numbers that are called appear here</source>
        <translation>འབོད་པའི་ཨང་རྟགས་འདིར་མངོན་གྱི་རེད།</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>སྒུག་མཁན།</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>སྒྲུབ་བཞིན་པ།</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>མཚམས་འཇོག</translation>
    </message>
    <message>
        <source>No window is open now</source>
        <translation>ད་ལྟ་སྒེའུ་ཁུང་ཕྱེ་མེད།</translation>
    </message>
    <message>
        <source>{open} of {all} windows open</source>
        <translation>སྒེའུ་ཁུང་ {all} ལས་ {open} ཕྱེ་ཡོད།</translation>
    </message>
    <message>
        <source>Not live since {time}</source>
        <translation>{time} ནས་བཟུང་གསར་སྒྱུར་བྱུང་མེད།</translation>
    </message>
    <message>
        <source>Connecting to the hall…</source>
        <translation>ཚོམས་ཆེན་ལ་སྦྲེལ་མཐུད་བྱེད་བཞིན་པ།</translation>
    </message>
    <message>
        <source>Passed numbers</source>
        <translation>ཨང་བརྒལ་བ།</translation>
    </message>
    <message>
        <source>about {least}–{most} min</source>
        <translation>སྐར་མ་ {least}–{most} ཙམ།</translation>
    </message>
    <message>
        <source>up to {most} min</source>
        <translation>སྐར་མ་ {most} མན།</translation>
    </message>
    <message>
        <source>This hall has no zone “{found}”</source>
        <translation>ཚོམས་ཆེན་འདིར་ས་ཁུལ་ “{found}” མེད།</translation>
    </message>
    <message>
        <source>This hall has no window {found}</source>
        <translation>ཚོམས་ཆེན་འདིར་སྒེའུ་ཁུང་ཨང་ {found} མེད།</translation>
    </message>
    <message>
        <source>This hall has no screen “{found}”</source>
        <translation>ཚོམས་ཆེན་འདིར་བརྙན་ཡོལ་ “{found}” མེད།</translation>
    </message>
    <message>
        <source>This program cannot show “{found}” yet</source>
        <translation>མཉེན་ཆས་འདིས་ད་དུང་ “{found}” སྟོན་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>For the technician: start this screen with another name, or add this one to the hall file</source>
        <translation>ལག་རྩལ་པར་ཞུ། བརྙན་ཡོལ་འདི་མིང་གཞན་ཞིག་གིས་ཁ་ཕྱེ་བའམ། ཡང་ན་མིང་འདི་ཚོམས་ཆེན་གྱི་ཡིག་ཆར་སྣོན་རོགས།</translation>
    </message>
</context>
<context>
    <name>pairing</name>
    <message>
        <source>Connecting to the hall…</source>
        <translation>ཚོམས་ཆེན་ལ་སྦྲེལ་མཐུད་བྱེད་བཞིན་པ།</translation>
    </message>
    <message>
        <source>This screen wants to join the hall</source>
        <translation>འཆར་ངོས་འདི་ཚོམས་ཆེན་ལ་འཇུག་འདོད།</translation>
    </message>
    <message>
        <source>This screen was refused</source>
        <translation>འཆར་ངོས་འདི་ངོས་ལེན་མ་བྱུང་།</translation>
    </message>
    <message>
        <source>Too many screens ask at once</source>
        <translation>འཆར་ངོས་མང་དྲགས་འདུག</translation>
    </message>
    <message>
        <source>Tell the supervisor this number. Nothing is typed here.</source>
        <translation>ཨང་གྲངས་འདི་འགན་འཛིན་ལ་ཤོད། འདིར་བྲིས་མི་དགོས།</translation>
    </message>
    <message>
        <source>It asks again by itself within a minute</source>
        <translation>སྐར་མ་གཅིག་ནང་རང་འགུལ་གྱིས་བསྐྱར་འདྲི་བྱེད།</translation>
    </message>
    <message>
        <source>The core does not answer. Look at the network cable.</source>
        <translation>འཕྲུལ་ཆས་གཙོ་བོས་ལན་མི་འདེབས། དྲ་སྐུད་ལ་ལྟོས།</translation>
    </message>
</context>
</TS>
