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
    <name>pad</name>
    <message>
        <source>How was the service?</source>
        <translation>ཐེངས་འདིའི་ཞབས་ཞུར་ཡིད་ཚིམ་བྱུང་ངམ།</translation>
    </message>
    <message>
        <source>What was not good? Choose, then press “Send”</source>
        <translation>ཡིད་མ་ཚིམ་པའི་རྒྱུ་མཚན་འདེམས་རྗེས། “འབུལ་བ།” མནོན་རོགས། དུ་མ་འདེམས་ཆོག</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>ཨང་རྟགས།</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>ལས་བྱེད་ཨང་།</translation>
    </message>
    <message>
        <source>You need not rate. The clerk cannot see it the same day.</source>
        <translation>གདེང་འཇོག་ནི་རང་མོས་ཡིན། སྒེའུ་ཁུང་གི་མིས་ཉིན་དེར་མཐོང་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Rate the service</source>
        <translation>གདེང་འཇོག་ཞུ།</translation>
    </message>
    <message>
        <source>Do not rate</source>
        <translation>གདེང་མི་འཇོག</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ཕྱིར་ལོག</translation>
    </message>
    <message>
        <source>More {page}/{pages}</source>
        <translation>འཕྲོ་མ། {page}/{pages}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>འབུལ་བ།</translation>
    </message>
    <message>
        <source>Thank you for your rating</source>
        <translation>གདེང་འཇོག་གནང་བར་ཐུགས་རྗེ་ཆེ།</translation>
    </message>
    <message>
        <source>This visit has been rated already. Thank you</source>
        <translation>གདེང་འཇོག་བྱས་ཟིན་པ་རེད། ཐུགས་རྗེ་ཆེ།</translation>
    </message>
    <message>
        <source>Sorry, your rating could not be stored</source>
        <translation>དགོངས་དག ཁྱེད་ཀྱི་གདེང་འཇོག་ཉར་མ་ཐུབ།</translation>
    </message>
    <message>
        <source>You can rate by phone: scan the code on your ticket</source>
        <translation>ཁ་པར་གྱིས་ཨང་འཛིན་བཤར་ནས་གདེང་འཇོག་གནང་ཆོག</translation>
    </message>
    <message>
        <source>Your rating is being sent…</source>
        <translation>གདེང་འཇོག་འབུལ་བཞིན་པ།</translation>
    </message>
    <message>
        <source>Your rating is not sent yet. It is sent when the network is back</source>
        <translation>གདེང་འཇོག་ད་དུང་འབུལ་མ་ཐུབ། དྲ་རྒྱ་སླར་གསོ་བྱུང་རྗེས་རང་འགུལ་གྱིས་འབུལ།</translation>
    </message>
    <message>
        <source>No rating can be given now</source>
        <translation>ད་ལྟ་གདེང་འཇོག་བྱེད་མི་ཐུབ།</translation>
    </message>
    <message>
        <source>Service is paused</source>
        <translation>ཞབས་ཞུ་མཚམས་འཇོག</translation>
    </message>
    <message>
        <source>This window is closed</source>
        <translation>སྒེའུ་ཁུང་འདི་སྒོ་བརྒྱབ་འདུག</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Window</source>
        <translation>སྒེའུ་ཁུང་།</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>ཁོམ་ལོང་ཡོད།</translation>
    </message>
    <message>
        <source>Please come here</source>
        <translation>སྒེའུ་ཁུང་འདིར་ཕེབས་རོགས།</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>ལས་དོན་སྒྲུབ་བཞིན་ཡོད།</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>གནས་སྐབས་མཚམས་བཞག</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>སྒོ་བརྒྱབ།</translation>
    </message>
    <message>
        <source>Please wait for your number</source>
        <translation>ཨང་རྟགས་འབོད་པར་སྒུག་རོགས་གནང་།</translation>
    </message>
    <message>
        <source>No calls at this window now</source>
        <translation>སྒེའུ་ཁུང་འདིས་ད་ལྟ་ཨང་མི་འབོད།</translation>
    </message>
    <message>
        <source>This window is not open now</source>
        <translation>སྒེའུ་ཁུང་འདི་ད་ལྟ་ཕྱེ་མེད།</translation>
    </message>
    <message>
        <source>Then paused: {reason}</source>
        <translation>འདིའི་རྗེས་སུ་མཚམས་འཇོག {reason}</translation>
    </message>
    <message>
        <source>Then paused</source>
        <translation>འདིའི་རྗེས་སུ་མཚམས་འཇོག</translation>
    </message>
    <message>
        <source>Clerk {clerk}</source>
        <translation>ལས་བྱེད་པའི་ཨང་ {clerk}</translation>
    </message>
</context>
</TS>
